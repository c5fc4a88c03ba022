import 'server-only';
import { z } from 'zod';
import { isUsable } from '@/lib/auth/staff-session';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { escapeLike } from '@/lib/escape-like';
import type { Page } from '@/lib/page';
import { organizationId } from '@/lib/scalekit-ids';
import { defineQuery, type QueryContext } from '@/lib/server/define-query';
import { settle } from '@/lib/server/settle';
import { toSessionRow, toStaffRow } from './rows';
import {
  type AssignedCustomer,
  findAssignableInput,
  listStaffInput,
  mostCustomers,
  type StaffDetail,
  type StaffRow,
  staffInput,
  staffPageSize,
} from './schema';

/** Everybody who may use the console or was deactivated, newest first. Source: Keydesk's own records. */
export const listStaff = defineQuery({
  permission: 'staff.read',
  input: listStaffInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ text, pageToken }, { environment, principal }): Promise<Page<StaffRow>> => {
    const before = z.uuid().safeParse(pageToken).data;
    const holds = { contains: escapeLike(text), mode: 'insensitive' as const };
    const named = text ? { OR: [{ email: holds }, { name: holds }] } : {};
    const [found, total] = await Promise.all([
      db().staff.findMany({
        where: { ...named, ...(before && { id: { lt: before } }) },
        orderBy: { id: 'desc' },
        take: staffPageSize + 1,
        include: { sessions: true, _count: { select: { customers: { where: { environment } } } } },
      }),
      db().staff.count({ where: named }),
    ]);
    const rows = found.slice(0, staffPageSize).map((staff) => toStaffRow(staff, principal.staffId));
    const next = found.length > staffPageSize ? (rows.at(-1)?.id ?? null) : null;
    return { rows, total, nextToken: next, previousToken: null };
  },
});

/** One person with their sessions and customers. Source: Keydesk's own records. */
export const getStaff = defineQuery({
  permission: 'staff.read',
  input: staffInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ staffId }, { environment, principal }): Promise<StaffDetail> => {
    const staff = await db().staff.findUnique({
      where: { id: staffId },
      include: { sessions: { orderBy: { lastSeenAt: 'desc' } }, customers: true },
    });
    if (!staff) throw new AppError('not_found', 'There is nobody like this among the staff.');
    const here = staff.customers.filter((customer) => customer.environment === environment);
    const counts = new Map<string, number>();
    for (const customer of staff.customers) {
      if (customer.environment === environment) continue;
      counts.set(customer.environment, (counts.get(customer.environment) ?? 0) + 1);
    }
    return {
      ...toStaffRow({ ...staff, _count: { customers: here.length } }, principal.staffId),
      createdAt: staff.createdAt.toISOString(),
      lastSignInAt: staff.lastSignInAt?.toISOString() ?? null,
      organizationIds: staff.allCustomers ? null : here.map((one) => one.organizationId).sort(),
      elsewhere: [...counts].map(([name, customers]) => ({ environment: name, customers })),
      sessionRows: staff.disabledAt
        ? []
        : staff.sessions
            .filter((session) => isUsable(session))
            .map((one) => toSessionRow(one, principal.sessionId)),
    };
  },
});

/** The customers of a limited person in this environment, by name. Source: GET /organizations/{id}, all at once. */
export const listAssignedCustomers = defineQuery({
  permission: 'staff.read',
  input: staffInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ staffId }, context): Promise<AssignedCustomer[]> => {
    const { environment } = context;
    const assigned = await db().staffCustomer.findMany({
      where: { staffId, environment },
      orderBy: { organizationId: 'asc' },
      take: mostCustomers,
    });
    return Promise.all(assigned.map((one) => nameOf(one.organizationId, context)));
  },
});

async function nameOf(id: string, { scalekit }: QueryContext): Promise<AssignedCustomer> {
  const read = await settle(
    scalekit.organizations.getOrganization({ identities: { case: 'id', value: id } }),
  );
  return { id, name: (read.ok && read.data.organization?.displayName) || null };
}

/**
 * Customers to choose from: those among the newest hundred whose name holds the text, and the one whose id or external
 * id it is. The API has no search by name that every environment offers.
 */
export const findAssignable = defineQuery({
  permission: 'staff.read',
  input: findAssignableInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ text }, { scalekit }): Promise<AssignedCustomer[]> => {
    const identities = organizationId.safeParse(text).success
      ? ({ case: 'id', value: text } as const)
      : ({ case: 'externalId', value: text } as const);
    const [{ organizations }, exact] = await Promise.all([
      scalekit.organizations.listOrganization({ pageSize: 100 }),
      text === ''
        ? null
        : settle(
            identities.case === 'id'
              ? scalekit.organizations.getOrganization({ identities })
              : scalekit.organizations.getOrganizationByExternalId({ identities }),
          ),
    ]);
    const wanted = text.toLowerCase();
    const named = organizations.filter(({ displayName }) => displayName.toLowerCase().includes(wanted));
    const hit = exact?.ok ? exact.data.organization : undefined;
    const all = hit ? [hit, ...named.filter(({ id }) => id !== hit.id)] : named;
    return all.slice(0, 20).map(({ id, displayName }) => ({ id, name: displayName }));
  },
});

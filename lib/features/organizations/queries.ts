import 'server-only';
import { z } from 'zod';
import { mayReach } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import type { Page } from '@/lib/page';
import { organizationId } from '@/lib/scalekit-ids';
import { defineQuery, type QueryContext } from '@/lib/server/define-query';
import { toOrganizationDetail, toOrganizationRow } from './rows';
import { listOrganizationsInput, lookupInput, type OrganizationDetail, type OrganizationRow } from './schema';

/** A page of organizations, newest first; for a person limited to some customers, those. Source: GET /organizations. */
export const listOrganizations = defineQuery({
  permission: 'organization.read',
  input: listOrganizationsInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (input, context): Promise<Page<OrganizationRow>> => {
    if (context.principal.customers !== 'all')
      return listAssigned(input, context, context.principal.customers);
    const page = await context.scalekit.organizations.listOrganization(input);
    return {
      rows: page.organizations.map(toOrganizationRow),
      total: page.totalSize,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});

/** The API cannot list a chosen few, so each is read by id, a page at a time and all at once. The token is an offset. */
async function listAssigned(
  input: z.output<typeof listOrganizationsInput>,
  context: QueryContext,
  customers: ReadonlySet<string>,
): Promise<Page<OrganizationRow>> {
  const ids = [...customers].sort();
  const start = Number(input.pageToken) || 0;
  const wanted = ids.slice(start, start + input.pageSize);
  const found = await Promise.all(wanted.map((id) => readOrganization(id, context)));
  const end = start + input.pageSize;
  return {
    rows: found.filter((organization) => organization !== null),
    total: ids.length,
    nextToken: end < ids.length ? String(end) : null,
    previousToken: start > 0 ? String(Math.max(0, start - input.pageSize)) : null,
  };
}

/** One organization. Source: GET /organizations/{id}. */
export const getOrganization = defineQuery({
  permission: 'organization.read',
  input: z.object({ organizationId }),
  scope: (input) => ({ kind: 'organization', organizationId: input.organizationId }),
  load: async (input, { scalekit }): Promise<OrganizationDetail> => {
    const identities = { case: 'id', value: input.organizationId } as const;
    const { organization } = await scalekit.organizations.getOrganization({ identities });
    if (!organization) throw new AppError('not_found', `There is no organization ${input.organizationId}.`);
    return toOrganizationDetail(organization);
  },
});

/** Finds an organization by its id or external id; null when nothing has it, or it is not this person's. */
export const lookupOrganization = defineQuery({
  permission: 'organization.read',
  input: lookupInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (input, context): Promise<OrganizationRow | null> => {
    const byId = organizationId.safeParse(input.text);
    const found = byId.success
      ? await readOrganization(byId.data, context)
      : await readByExternalId(input.text, context);
    return found && mayReach(context.principal, found.id) ? found : null;
  },
});

async function readOrganization(id: string, { scalekit }: QueryContext): Promise<OrganizationRow | null> {
  return orNull(scalekit.organizations.getOrganization({ identities: { case: 'id', value: id } }));
}

async function readByExternalId(value: string, { scalekit }: QueryContext): Promise<OrganizationRow | null> {
  const identities = { case: 'externalId', value } as const;
  return orNull(scalekit.organizations.getOrganizationByExternalId({ identities }));
}

async function orNull(
  answer: ReturnType<QueryContext['scalekit']['organizations']['getOrganization']>,
): Promise<OrganizationRow | null> {
  try {
    const { organization } = await answer;
    return organization ? toOrganizationRow(organization) : null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

import 'server-only';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import { readCustomerNames } from '@/lib/server/customer-names';
import { defineQuery } from '@/lib/server/define-query';
import { type FailedOf, type FailedSignIn, failedOfInput, failedShown } from './schema';

/** The last failed sign-ins of one customer, or of one of its connections, newest first. Source: the activity cache; no call. */
export const listFailedOf = defineQuery({
  permission: 'activity.read',
  input: failedOfInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, connectionId }, { environment }): Promise<FailedOf> => {
    const key = { environment, stream: 'login', purpose: 'reconcile' };
    const through = connectionId ? Prisma.sql`AND connection_id = ${connectionId}` : Prisma.empty;
    const [rows, cursor, names] = await Promise.all([
      db().$queryRaw<(Omit<FailedSignIn, 'at'> & { at: Date })[]>`
        SELECT id, at, email, connection_id AS "connectionId" FROM activity.login
        WHERE environment = ${environment} AND organization_id = ${organizationId} AND outcome = 'failed' ${through}
        ORDER BY at DESC, id DESC LIMIT ${failedShown}`,
      db().syncCursor.findUnique({ where: { environment_stream_purpose: key }, select: { lastOkAt: true } }),
      readCustomerNames(environment, [organizationId]),
    ]);
    return {
      name: names.get(organizationId) ?? null,
      rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
      readAt: cursor?.lastOkAt?.toISOString() ?? null,
    };
  },
});

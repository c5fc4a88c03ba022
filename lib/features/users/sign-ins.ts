import 'server-only';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { mayReach } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import type { Stretch } from '@/lib/merge-by-time';
import { toIso } from '@/lib/scalekit/timestamps';
import { defineQuery } from '@/lib/server/define-query';
import { readUser } from '@/lib/server/find-user';
import { listSignInsInput, type SignInRow, userPageSize } from './schema';

/**
 * Sign-ins by a user's e-mail before a time, newest first; a limited person gets those at their customers.
 * Source: GET /logs/authentication/requests, which wants the e-mail: one read comes first.
 */
export const listUserSignIns = defineQuery({
  permission: 'user.read',
  input: listSignInsInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ userId, before }, context): Promise<Stretch<SignInRow>> => {
    const { scalekit, principal } = context;
    const user = await readUser(userId, context);
    const page = await scalekit.authLogs.listAuthRequests({
      email: user.email,
      endTime: before ? timestampFromDate(new Date(before)) : undefined,
      pageSize: userPageSize,
    });
    const rows = page.authRequests.flatMap((one) => {
      const at = toIso(one.timestamp);
      // Whether `end_time` itself is included is not published.
      if (!at || (before && at >= before)) return [];
      return {
        id: one.authRequestId,
        at,
        status: one.status,
        organizationId: one.organizationId || null,
        connection: [one.connectionType, one.connectionProvider].filter(Boolean).join(' · '),
        workflow: one.workflow,
      };
    });
    if (page.nextPageToken && rows.length === 0)
      throw new AppError(
        'unavailable',
        'Scalekit’s login log gave no earlier sign-ins, although it has some.',
      );
    return {
      rows: rows.filter(
        ({ organizationId }) => principal.customers === 'all' || mayReach(principal, organizationId ?? ''),
      ),
      endsAt: page.nextPageToken ? (rows.at(-1)?.at ?? null) : null,
    };
  },
});

import 'server-only';
import { mayReach } from '@/lib/auth/principal';
import type { Page } from '@/lib/page';
import { toIso } from '@/lib/scalekit/timestamps';
import { defineQuery } from '@/lib/server/define-query';
import { readUser } from '@/lib/server/find-user';
import { listSignInsInput, type SignInRow, userPageSize } from './schema';

/**
 * Sign-ins by a user's e-mail, newest first; a limited person gets those at their customers.
 * Source: GET /logs/authentication/requests, which wants the e-mail: one read comes first.
 */
export const listUserSignIns = defineQuery({
  permission: 'user.read',
  input: listSignInsInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ userId, pageToken }, context): Promise<Page<SignInRow>> => {
    const { scalekit, principal } = context;
    const user = await readUser(userId, context);
    const page = await scalekit.authLogs.listAuthRequests({
      email: user.email,
      pageToken,
      pageSize: userPageSize,
    });
    const visible = page.authRequests.filter(
      ({ organizationId }) => principal.customers === 'all' || mayReach(principal, organizationId),
    );
    return {
      rows: visible.map((one) => ({
        id: one.authRequestId,
        at: toIso(one.timestamp),
        status: one.status,
        organizationId: one.organizationId || null,
        connection: [one.connectionType, one.connectionProvider].filter(Boolean).join(' · '),
        workflow: one.workflow,
      })),
      total: principal.customers === 'all' ? page.totalSize : null,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});

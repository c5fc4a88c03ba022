import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { describeDevice } from '@/lib/scalekit/device';
import type { sessionsPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { organizationsOfSession } from './rows';
import { type WalkStep, walkInput, walkPageSize } from './schema';

/** Members whose sessions are read at the same time. */
const atOnce = 4;
/** Pages of one member's active sessions that are read at most: 1,000 sessions. */
const mostPages = 10;

/**
 * The active sessions, signed in to this organization, of one page of its members. The API lists sessions by user
 * only. Source: GET /organizations/{id}/users, then GET /users/{id}/sessions for each.
 */
export const listOrganizationSessions = defineQuery({
  permission: 'session.read',
  input: walkInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, pageToken }, { scalekit }): Promise<WalkStep> => {
    const page = await scalekit.users.listOrganizationUsers({
      organizationId,
      pageToken,
      pageSize: walkPageSize,
    });
    const sessions: WalkStep['sessions'] = [];
    for (let start = 0; start < page.users.length; start += atOnce) {
      const members = page.users.slice(start, start + atOnce);
      const lists = await Promise.all(members.map(({ id }) => listActive(id, scalekit)));
      for (const [index, { id: userId, email }] of members.entries()) {
        for (const session of lists[index] ?? []) {
          if (!organizationsOfSession(session).includes(organizationId)) continue;
          sessions.push({ id: session.sessionId, userId, email, device: describeDevice(session.device) });
        }
      }
    }
    return {
      sessions,
      members: page.users.length,
      totalMembers: page.totalSize,
      nextToken: page.nextPageToken || null,
    };
  },
});

async function listActive(userId: string, scalekit: ScalekitClient): Promise<sessionsPb.SessionDetails[]> {
  const sessions: sessionsPb.SessionDetails[] = [];
  let pageToken = '';
  for (let pages = 0; pages < mostPages; pages += 1) {
    const filter = { status: ['active'] };
    const page = await scalekit.sessions.getUserSessions({ userId, pageToken, pageSize: 100, filter });
    sessions.push(...page.sessions);
    if (!page.nextPageToken) break;
    pageToken = page.nextPageToken;
  }
  return sessions;
}

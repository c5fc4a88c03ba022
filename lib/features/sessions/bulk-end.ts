import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { describeDevice } from '@/lib/scalekit/device';
import type { sessionsPb } from '@/lib/scalekit/services';
import { organizationsOfSession } from '@/lib/scalekit/session-organizations';
import { bulkKind, type NewItem } from '@/lib/server/bulk/kind';
import { ending } from './ending';
import { walkPageSize } from './schema';

/** Members whose sessions are read at the same time. */
const atOnce = 4;
/** Pages of one member's active sessions that are read at most: 1,000 sessions. */
const mostPages = 10;

/**
 * Ends every session that is signed in to an organization. The API lists sessions by user only, so each step of the
 * search reads a page of members and then the sessions of each; ending some changes nothing in the list of members.
 */
export const bulkEnd = bulkKind({
  definition: ending,
  doneSentence: 'Ended.',
  actsWhilePlanning: true,
  lookUp: async ({ sessionId }, scalekit) => {
    const { status } = await scalekit.sessions.getSession({ sessionId });
    return status === 'active' ? null : 'It has ended.';
  },
  plan: async ({ organizationId }, pageToken, scalekit) => {
    const about = { organizationId: organizationId ?? '', pageToken, pageSize: walkPageSize };
    const page = await scalekit.users.listOrganizationUsers(about);
    const items: NewItem[] = [];
    for (let start = 0; start < page.users.length; start += atOnce) {
      const members = page.users.slice(start, start + atOnce);
      const lists = await Promise.all(members.map(({ id }) => listActive(id, scalekit)));
      for (const [index, { email }] of members.entries()) {
        for (const session of lists[index] ?? []) {
          if (!organizationsOfSession(session).includes(about.organizationId)) continue;
          items.push(toItem(about.organizationId, email, session));
        }
      }
    }
    return { items, done: page.users.length, total: page.totalSize, next: page.nextPageToken || null };
  },
});

function toItem(organizationId: string, email: string, session: sessionsPb.SessionDetails): NewItem {
  const { sessionId } = session;
  const label = `${email}, ${describeDevice(session.device)}`;
  return { key: sessionId, label, input: { organizationId, sessionId } };
}

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

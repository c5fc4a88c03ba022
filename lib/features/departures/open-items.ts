import 'server-only';
import { mayReach, type Principal } from '@/lib/auth/principal';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { describeDevice } from '@/lib/scalekit/device';
import { commonsPb, connectedAccountsPb, type sessionsPb, type usersPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { OpenItem } from './schema';

type Context = { scalekit: ScalekitClient; principal: Principal };
export type Whom = { email: string; userId: string | null };

/** Pages that one list is read at most: somebody with more is cut in several goes. */
const mostPages = 5;

async function readPages<Row>(
  read: (token: string) => Promise<{ rows: Row[]; next: string }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let token = '';
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await read(token);
    rows.push(...page.rows);
    token = page.next;
    if (!token) break;
  }
  return rows;
}

const statusWords: Partial<Record<commonsPb.MembershipStatus, string>> = {
  [commonsPb.MembershipStatus.ACTIVE]: 'active',
  [commonsPb.MembershipStatus.INACTIVE]: 'inactive',
  [commonsPb.MembershipStatus.PENDING_INVITE]: 'invited',
  [commonsPb.MembershipStatus.INVITE_EXPIRED]: 'invitation expired',
};

export function membershipItems(user: usersPb.User, principal: Principal): OpenItem[] {
  return user.memberships
    .filter(({ organizationId }) => mayReach(principal, organizationId))
    .map(({ organizationId, displayName, name, membershipStatus }) => ({
      kind: 'membership',
      id: organizationId,
      organizationId,
      label: `${displayName || name || organizationId}, ${statusWords[membershipStatus] ?? 'other'}`,
    }));
}

/** Active sessions at organizations that the reader may see. Source: GET /users/{id}/sessions. */
export async function sessionItems(userId: string, { scalekit, principal }: Context): Promise<OpenItem[]> {
  const sessions = await readPages<sessionsPb.SessionDetails>(async (pageToken) => {
    const filter = { status: ['active'] };
    const page = await scalekit.sessions.getUserSessions({ userId, pageToken, pageSize: 100, filter });
    return { rows: page.sessions, next: page.nextPageToken };
  });
  return sessions
    .filter(({ organizationId }) => principal.customers === 'all' || mayReach(principal, organizationId))
    .map(({ sessionId, organizationId, device }) => ({
      kind: 'session',
      id: sessionId,
      organizationId: organizationId || null,
      label: [describeDevice(device), device?.ip].filter(Boolean).join(', '),
    }));
}

/** When the newest session that is over ended. Source: GET /users/{id}/sessions. */
export async function lastEndOf(userId: string, { scalekit, principal }: Context): Promise<string | null> {
  const filter = { status: ['expired', 'revoked', 'logout'] };
  const { sessions } = await scalekit.sessions.getUserSessions({ userId, pageSize: 30, filter });
  const ends = sessions
    .filter(({ organizationId }) => principal.customers === 'all' || mayReach(principal, organizationId))
    .map((one) => toIso(one.status === 'logout' ? one.logoutAt : one.expiredAt) ?? '');
  return ends.toSorted().at(-1) || null;
}

/** Active keys that act as this person at one organization, by user id or, without a record, by e-mail. Source: GET /tokens. */
export async function keyItems(
  organizationId: string,
  whom: Whom,
  { scalekit }: Context,
): Promise<OpenItem[]> {
  const tokens = await readPages(async (pageToken) => {
    const userId = whom.userId ?? undefined;
    const page = await scalekit.tokens.listTokens({ organizationId, userId, pageToken, pageSize: 30 });
    return { rows: page.tokens, next: page.nextPageToken };
  });
  const email = whom.email.toLowerCase();
  return tokens
    .filter((token) => token.userId === whom.userId || token.email?.toLowerCase() === email)
    .map(({ tokenId, tokenSuffix, description }) => ({
      kind: 'api_key',
      id: tokenId,
      organizationId,
      label: `${description || 'Without a description'}, ends in ${tokenSuffix}`,
    }));
}

/**
 * Accounts with which agents act as this person, by user id and by e-mail. Those that are disconnected hold nothing.
 * The answer does not say whose customer's they are: the question does. Source: GET /connected_accounts.
 */
export async function accountItems(
  organizationId: string | null,
  { email, userId }: Whom,
  { scalekit }: Context,
): Promise<OpenItem[]> {
  const of = { organizationId: organizationId ?? '' };
  const list = (by: { userId?: string; identifier?: string }) =>
    readPages<connectedAccountsPb.ConnectedAccountForList>(async (pageToken) => {
      const request = { ...of, ...by, pageToken, pageSize: 99 };
      const page = await scalekit.connectedAccounts.listConnectedAccounts(request);
      return { rows: page.connectedAccounts, next: page.nextPageToken };
    });
  const lists = await Promise.all([list({ identifier: email }), userId ? list({ userId }) : []]);
  const byId = new Map(lists.flat().map((account) => [account.id, account]));
  return [...byId.values()]
    .filter(({ status }) => status !== connectedAccountsPb.ConnectorStatus.DISCONNECTED)
    .map(({ id, connector, identifier }) => ({
      kind: 'connected_account',
      id,
      organizationId,
      label: `${connector} as ${identifier}`,
    }));
}

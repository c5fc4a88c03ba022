import type { Attempt, ConnectionFact, Evidence, MembershipFact } from './evidence';
import { parsePasted } from './parse-pasted';

// Evidence for the tests of the diagnosis, without anything being read.

export const now = '2026-11-26T12:00:00.000Z';
/** The moment so many hours before `now`. */
export const ago = (hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString();

type Whole = ConnectionFact & { detail: NonNullable<ConnectionFact['detail']> };

export const connection: Whole = {
  ...{ id: 'conn_1', name: 'Okta (SAML)', type: 'SAML', enabled: true, isComplete: true },
  ...{ domains: [], updatedAt: ago(900) },
  detail: {
    certificates: [{ subject: 'CN=idp', validFrom: ago(9000), expiresAt: ago(-9000) }],
    ...{ letsNewcomersIn: true, nameIdFormat: 'EMAIL', mapping: [] },
  },
};

export const failed: Attempt = {
  ...{ id: 'areq_1', at: ago(1), status: 'failed', email: 'jane@acme.example' },
  ...{ organizationId: 'org_1', connectionIds: ['conn_1'], connection: 'SAML · Okta' },
};

/** A line of the log at Acme, so many hours ago. */
export const line = (status: Attempt['status'], hours: number, part: Partial<Attempt> = {}): Attempt => ({
  ...failed,
  ...{ id: `areq_${status}_${hours}`, at: ago(hours), status },
  ...part,
});

/** One at another customer of the same person. */
export const atBeta = { organizationId: 'org_2', connectionIds: ['conn_2'], connection: 'OIDC · Google' };

export const atAcme = {
  attempts: [failed],
  attempt: failed,
  organization: { id: 'org_1', name: 'Acme' },
  connections: [connection],
  connection,
};

export const member = (part: Partial<MembershipFact> = {}): MembershipFact => ({
  ...{ organizationId: 'org_1', organizationName: 'Acme', status: 'active', roles: ['member'] },
  administers: false,
  ...part,
});

/** Jane, with these memberships. */
export const jane = (...memberships: MembershipFact[]): NonNullable<Evidence['user']> => ({
  ...{ id: 'usr_1', email: 'jane@acme.example', lastLoginAt: null },
  memberships,
});

/** What is known after `text` was pasted; of everything that `part` leaves out nothing is. */
export function evidence(text: string, part: Partial<Evidence> = {}): Evidence {
  const asked = parsePasted(text);
  if (!asked) throw new Error(`nothing in ${text}`);
  return {
    ...{ now, asked, attempts: [], attempt: null, user: null, knowsUsers: true, organization: null },
    ...{ domains: null, connections: null, connection: null, otherAdmins: null, changes: null },
    ...{ configuration: null, interceptors: null, clockOffsetMs: 200, budget: null, unread: [], gaps: [] },
    ...part,
  };
}

import type { FieldChange } from '@/lib/audit/snapshots/compare';
import type { SignInActor } from '@/lib/sign-in-errors.data';

/** Sign-ins as the log has them; newest first where there are several. Times are ISO 8601 throughout. */
export type Attempt = {
  id: string;
  at: string;
  status: 'success' | 'failed' | 'underway';
  email: string | null;
  organizationId: string | null;
  connectionIds: string[];
  connection: string;
};

export type ConnectionFact = {
  id: string;
  /** `Okta (SAML)`. */
  name: string;
  type: string;
  enabled: boolean;
  isComplete: boolean;
  domains: string[];
  updatedAt: string | null;
  /** Null where only the list was read. */
  detail: null | {
    certificates: { subject: string; validFrom: string | null; expiresAt: string | null }[];
    /** Whether somebody who is no member may come in through it; null where Scalekit does not say. */
    letsNewcomersIn: boolean | null;
    /** `EMAIL`, `PERSISTENT`; null for other kinds than SAML. */
    nameIdFormat: string | null;
    mapping: { key: string; value: string }[];
  };
};

export type MembershipFact = {
  organizationId: string;
  organizationName: string | null;
  status: 'active' | 'inactive' | 'pending_invite' | 'invite_expired' | 'other';
  roles: string[];
  /** Whether the person may mend the sign-in or let others do so, by role or permissions. */
  administers: boolean;
};

export type DomainFact = { name: string; isVerified: boolean; isForSignIn: boolean };

/** Something that staff did, or that a customer did on their own page. */
export type Change = {
  id: string;
  at: string;
  who: string;
  /** The permission's name: `connection.disable`. */
  action: string;
  targetId: string | null;
  outcome: string;
  /** Of a difference between two looks: it happened after this and not after `at`, in these fields. */
  since?: string;
  fields?: string[];
};

/**
 * A difference between two snapshots of the customer's configuration, in the shape that the page of changes shows. It came
 * after `since` (null: not known) and not after `at`.
 */
export type ConfigurationChange = {
  kind: 'change';
  id: string;
  verb: 'changed' | 'added' | 'removed';
  part: 'organization' | 'connection' | 'domain' | 'directory';
  name: string;
  objectId: string;
  at: string;
  since: string | null;
  /** `staff`: somebody of ours whom the reader may not know. `outside`: nobody of ours. */
  actor: { kind: 'person'; email: string } | { kind: 'staff' } | { kind: 'outside' };
  fields: FieldChange[];
  action: null;
  outcome: null;
  /** The ids of the acts in the staff log that made it. */
  intents: string[];
};

/** What snapshots tell of the last 90 days, newest first, and the time that they cover; `seen` null: there is none. */
export type Configuration = { changes: ConfigurationChange[]; seen: { first: string; last: string } | null };

/** `decision` null: it ran, and no field that is known says what it decided. */
export type InterceptorDecision = { at: string | null; name: string; decision: string | null };

export type LimitFact = { code: 'RATE_LIMITED' | 'TOOL_ERROR' | null };

/** All that is known of one question, read at one moment. Rules are pure functions over it. */
export type Evidence = {
  now: string;
  asked: {
    kind: 'address' | 'request' | 'callback' | 'code' | 'limit';
    email: string | null;
    requestId: string | null;
    code: string | null;
    /** Further documented codes in the same text. */
    otherCodes: string[];
    /** What Scalekit said beside the code, fit to be shown. */
    description: string | null;
    limit: LimitFact | null;
  };
  attempts: Attempt[];
  /** The one in question: the one asked for, else as `attemptInQuestion` chooses. */
  attempt: Attempt | null;
  user: null | { id: string; email: string; lastLoginAt: string | null; memberships: MembershipFact[] };
  /** Whether users were looked for. */
  knowsUsers: boolean;
  organization: { id: string; name: string } | null;
  /** Null: not read. */
  domains: DomainFact[] | null;
  /** Of the organization; null: not read. */
  connections: ConnectionFact[] | null;
  /** The one in question. */
  connection: ConnectionFact | null;
  /** Other active administrators of the organization than the person; null: not read. */
  otherAdmins: number | null;
  /** Newest first; null: not read, or not this person's to see. */
  changes: Change[] | null;
  /** Null: not read, or not this person's to see. */
  configuration: Configuration | null;
  /** Null: the events API did not answer. */
  interceptors: InterceptorDecision[] | null;
  /** Scalekit's clock minus ours in milliseconds; null: not measured. */
  clockOffsetMs: number | null;
  /** Calls of this console in the last minute, of those it allows itself. */
  budget: { used: number; limit: number; halved: boolean } | null;
  /** What bears on every answer and could not be read: `The connection`. Told by a gap each, too. */
  unread: string[];
  /** What could not be read or was left out, as sentences. */
  gaps: string[];
};

/** Where a cause is mended in this console. */
export type Fix =
  | 'connection'
  | 'certificate'
  | 'set_up'
  | 'mapping'
  | 'connections'
  | 'domains'
  | 'members'
  | 'settings'
  | 'portal_link'
  | 'clients'
  | 'sign_in_url';

/**
 * A fact that speaks for a cause (above 0) or against it. From 3 on one alone keeps people out. `isChange`: somebody is on
 * record to have changed it. `since`: it has held from then on; where that is not known it may have begun at any time.
 */
export type Finding = { says: string; weight: number; isChange?: boolean; since?: string };

/** One thing that can go wrong. */
export type Rule = {
  id: string;
  title: string;
  actor: SignInActor;
  /** The documented codes that it can end in; the first is the one it usually does. */
  codes: string[];
  /** False where an application's request is refused before anybody is known: such a log line has no address. */
  knowsPerson?: boolean;
  weigh: (evidence: Evidence) => Finding[];
  /** Why it cannot be, as things stand, although the code says it. */
  refute?: (evidence: Evidence) => string | null;
  steps: (evidence: Evidence) => string[];
  fix?: Fix;
  /** What the customer is told to do, where the code’s own advice is not for them. */
  reply?: string;
  /** How one sees that it worked. */
  proof: string;
};

export type RankedCause = Pick<Rule, 'id' | 'title' | 'actor' | 'proof'> & {
  strength: 'strong' | 'fair' | 'weak';
  speaksFor: string[];
  speaksAgainst: string[];
  steps: string[];
  fix: Fix | null;
  /** In words for the customer; null where they need not do anything. */
  reply: string | null;
};

/**
 * `found`: a code was given and nothing contradicts it. `likely`: no code, and something that keeps people out.
 * `recovered`: failed, and has worked since. `nothing`: the log has no such sign-in.
 */
export type Verdict = 'found' | 'likely' | 'healthy' | 'recovered' | 'unknown' | 'nothing';

export type Diagnosis = {
  verdict: Verdict;
  title: string;
  happened: string[];
  causes: RankedCause[];
  /** What to ask the customer for. */
  ask: string[];
  /** Ways in that are left to the only administrator; empty for anybody else. */
  waysIn: string[];
};

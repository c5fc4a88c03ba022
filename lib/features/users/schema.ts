import { z } from 'zod';
import { type KeyValueRow, keyValueRows } from '@/lib/key-values';
import { pageToken } from '@/lib/page';
import { organizationId, sessionId, userId } from '@/lib/scalekit-ids';

export const userPageSize = 50;

/** Scalekit searches from three characters on and finds thirty at most. */
export const userSearch = z.object({ text: z.string().trim().min(3).max(100) });

export const listUsersInput = z.object({ pageToken });

export const userInput = z.object({ userId });

export const sessionPageSize = 20;

export const sessionStatuses = ['active', 'expired', 'revoked', 'logout', 'other'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const listSessionsInput = z.object({
  userId,
  pageToken,
  status: z.enum(['active', 'expired', 'revoked', 'logout']).optional().catch(undefined),
  /** First and last day of the sessions' start, in UTC. */
  since: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
});

export const userAccessInput = z.object({ userId, organizationId });

/** `before`: the time that the page before ended at. */
export const listSignInsInput = z.object({ userId, before: z.iso.datetime().optional() });

export const sessionInput = z.object({ userId, sessionId });

const name = z.string().trim().max(255, 'A name has at most 255 characters.');
const short = (what: string, most: number) =>
  z.string().trim().max(most, `${what} has at most ${most} characters.`);

const userMetadataRows = keyValueRows({
  noun: 'pair',
  pairs: 20,
  minKey: 3,
  maxKey: 25,
  maxValue: 256,
});

/** Only the fields that are present change. The e-mail is not among them: Scalekit never changes it. */
export const updateUserInput = z.object({
  userId,
  externalId: short('An external id', 255).optional(),
  givenName: name.optional(),
  familyName: name.optional(),
  name: name.optional(),
  preferredUsername: short('A user name', 512).optional(),
  phoneNumber: z
    .string()
    .trim()
    .regex(/^$|^\+[1-9][0-9 ()-]{3,24}$/, 'Write it with the country code: +44 20 7946 0000.')
    .optional(),
  locale: z
    .string()
    .trim()
    .regex(/^$|^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, 'A locale looks like en or en-GB.')
    .optional(),
  gender: short('This', 64).optional(),
  picture: short('A picture URL', 2048)
    .refine((value) => value === '' || /^https:\/\/\S+$/.test(value), 'A picture URL starts with https://.')
    .optional(),
  metadata: userMetadataRows.optional(),
});

export const deleteUserInput = z.object({ userId, confirmEmail: z.string() });

export type UserMembership = {
  organizationId: string;
  /** Null where Scalekit does not say. */
  organizationName: string | null;
  status: 'active' | 'inactive' | 'pending_invite' | 'invite_expired' | 'other';
  roles: string[];
  /** The same roles by the names that the API takes. */
  roleNames: string[];
  /** Of the membership, not of the user. */
  metadata: KeyValueRow[];
  /** How they came in, in Scalekit's word. */
  provisioningMethod: string | null;
  joinedAt: string | null;
  invitationExpiresAt: string | null;
};

/** A user of the environment. Times are ISO 8601. Memberships are those that the reader may see. */
export type UserRow = {
  id: string;
  email: string;
  name: string | null;
  externalId: string | null;
  memberships: UserMembership[];
  createdAt: string | null;
  lastLoginAt: string | null;
};

export type UserDetail = UserRow & {
  givenName: string | null;
  familyName: string | null;
  phoneNumber: string | null;
  locale: string | null;
  fullName: string | null;
  preferredUsername: string | null;
  gender: string | null;
  picture: string | null;
  emailVerified: boolean;
  groups: string[];
  metadata: KeyValueRow[];
  /** True when memberships of customers outside the reader's own were left out. */
  hidesMemberships: boolean;
  updatedAt: string | null;
};

/** One sign-in of a user on one device. Times are ISO 8601. */
export type SessionRow = {
  id: string;
  status: SessionStatus;
  organizationId: string | null;
  /** `Firefox 140 on Windows 10`, as far as the browser said. */
  device: string;
  ip: string | null;
  place: string | null;
  startedAt: string | null;
  lastActiveAt: string | null;
  /** When it ends by itself, or when it ended. */
  endsAt: string | null;
};

/** All that Scalekit tells of one session. */
export type SessionDetail = SessionRow & {
  userAgent: string | null;
  organizationIds: string[];
  idleExpiresAt: string | null;
  expiresAt: string | null;
};

/** What goes with a user, counted now; null where the API could not tell. */
export type UserImpact = {
  memberships: number;
  activeSessions: number | null;
  apiKeys: number | null;
  passkeys: number | null;
};

/** A permission a member has, and the roles that bring it. */
export type PermissionRow = { name: string; description: string | null; sources: string[] };

/** What a member may do in one organization. */
export type UserAccess = {
  roles: { name: string; displayName: string; source: string }[];
  permissions: PermissionRow[];
};

/** One attempt to sign in. Scalekit's log holds no reason of a failure. */
export type SignInRow = {
  id: string;
  at: string;
  status: string;
  organizationId: string | null;
  connection: string;
  workflow: string;
};

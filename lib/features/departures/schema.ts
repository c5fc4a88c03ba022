import { z } from 'zod';
import { organizationId, sessionId, tokenId, userId } from '@/lib/scalekit-ids';

/** Organizations that one check looks into; each is two calls. */
export const mostOrganizations = 20;

export const checkUserInput = z.object({ userId });

export const checkAddressInput = z.object({
  email: z.email('This is not an e-mail address.').max(254, 'An e-mail address has at most 254 characters.'),
  /** Where to look besides; for somebody whose record is gone Scalekit does not tell where they belonged. */
  organizationId: organizationId.optional(),
});

export const cutSessionInput = z.object({ userId, sessionId });
export const cutApiKeyInput = z.object({ organizationId, tokenId });
export const cutMembershipInput = z.object({ organizationId, userId });
export const cutAccountInput = z.object({
  accountId: z.string().regex(/^ca_[A-Za-z0-9]+$/, 'A connected account id starts with ca_.'),
  /** Null where Scalekit does not say whose customer's it is. */
  organizationId: organizationId.nullable(),
  userId: userId.nullable(),
  email: z.email(),
});

export const cutKinds = ['api_key', 'connected_account', 'session', 'membership'] as const;
export type CutKind = (typeof cutKinds)[number];

/** Something by which a person still gets in, and that can be cut. */
export type OpenItem = {
  kind: CutKind;
  id: string;
  /** Null for what belongs to no customer that Scalekit names. */
  organizationId: string | null;
  /** What it is, never a secret: a device, the last characters of a key. */
  label: string;
};

/** A directory that has to be looked through for an entry. */
export type DirectoryToSearch = {
  organizationId: string;
  id: string;
  name: string;
  enabled: boolean;
  users: number;
};

/** What Scalekit tells of somebody who should be gone. Times are ISO 8601. */
export type Departure = {
  email: string;
  /** Null when there is no user record: deleted, or never there. */
  userId: string | null;
  /** True when other customers may hold more, which this person at the desk may not see. */
  isLimited: boolean;
  /** Where was looked; `isWhole` false when there are more. */
  organizations: { id: string; name: string | null }[];
  isWhole: boolean;
  items: OpenItem[];
  directories: DirectoryToSearch[];
  tokens: {
    /** How long an access token lives, in minutes; null where Scalekit does not say. */
    minutes: number | null;
    /** When the last session that is over ended; null when none is known. */
    lastEndedAt: string | null;
  };
  lastSignInAt: string | null;
  /** What could not be read, in words: it is not known, not empty. */
  unread: string[];
};

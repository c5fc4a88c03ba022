import { z } from 'zod';
import { type KeyValueRow, keyValueRows } from '@/lib/key-values';
import { pageToken } from '@/lib/page';
import { organizationId, userId } from '@/lib/scalekit-ids';

export const memberPageSize = 50;

export const listMembersInput = z.object({ organizationId, pageToken });

/** Scalekit searches from three characters on. */
export const searchMembersInput = z.object({ organizationId, text: z.string().trim().min(3).max(100) });

const roleNames = z
  .array(z.string().regex(/^[A-Za-z0-9_]{1,64}$/, 'A role name has letters, digits and underscores.'))
  .max(50, 'A member can have at most 50 roles here.');

const email = z
  .email('This is not an e-mail address.')
  .max(254, 'An e-mail address has at most 254 characters.');
const personName = z.string().trim().max(255, 'A name has at most 255 characters.');

/** Without roles the organization's default member role applies. */
export const inviteMemberInput = z.object({
  organizationId,
  email,
  givenName: personName,
  familyName: personName,
  externalId: z.string().trim().max(255, 'An external id has at most 255 characters.').default(''),
  roles: roleNames,
});

/** An open invitation that went to a wrong address, and the address it should have gone to. */
export const correctAddressInput = z.object({
  organizationId,
  userId,
  email,
});

/** What a cancelled invitation held. `isOpen` false: it was gone already, so nothing was cancelled. */
export type CancelledInvitation = {
  isOpen: boolean;
  givenName: string;
  familyName: string;
  /** By the names that the API takes; null when the membership was gone already. */
  roles: string[] | null;
};

/** The most people that one file may hold. */
export const importLimit = 1_000;
/** The most bytes that it may have. */
export const importBytes = 512 * 1024;

/** A CSV file in base64, byte for byte: the server finds out its encoding. */
export const importInput = z.object({
  organizationId,
  file: z
    .base64('This is not a file.')
    .min(1, 'Choose a file.')
    .max(Math.ceil(importBytes / 3) * 4, 'A file may have at most 512 KB.'),
});

/** What a file holds, before anything is sent. */
export type ImportPreview = {
  /** How it was read, for instance `UTF-8`. */
  encoding: string;
  total: number;
  good: number;
  /** The first few that can go. */
  sample: { line: number; email: string; name: string; roles: string[] }[];
  problems: { line: number; email: string; problem: string }[];
  /** False when the organization has more members than are compared beforehand. */
  allCompared: boolean;
};

/** Somebody who has a user record already, by its id. */
export const addMemberInput = z.object({ organizationId, userId, roles: roleNames });

export const changeRolesInput = z.object({
  organizationId,
  userId,
  roles: roleNames.min(1, 'Choose at least one role. To take all access away, remove the member.'),
});

export const memberMetadataInput = z.object({
  organizationId,
  userId,
  metadata: keyValueRows({ noun: 'pair', pairs: 20, minKey: 3, maxKey: 25, maxValue: 256 }),
});

export const memberInput = z.object({ organizationId, userId });

/** A role that a member of the organization can be given; `isDefault` is what an invitation without roles gives. */
export type AssignableRole = {
  name: string;
  displayName: string;
  description: string | null;
  isDefault: boolean;
};

export const memberStatuses = ['active', 'inactive', 'pending_invite', 'invite_expired', 'other'] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** A user as a member of one organization. Times are ISO 8601. */
export type MemberRow = {
  userId: string;
  email: string;
  name: string | null;
  status: MemberStatus;
  roles: string[];
  /** The same roles by the names that the API takes. */
  roleNames: string[];
  joinedAt: string | null;
  lastLoginAt: string | null;
  invitationExpiresAt: string | null;
  /** Of the membership, not of the user. */
  metadata: KeyValueRow[];
};

/** On the customer's own page: one role at most; empty for the organization's default. */
export const inviteOwnMemberInput = inviteMemberInput
  .omit({ organizationId: true, externalId: true, roles: true })
  .extend({ role: z.string().max(64) });

export const ownMemberInput = memberInput.omit({ organizationId: true });

export const listOwnMembersInput = listMembersInput.omit({ organizationId: true });

/** A member on the customer's own page. `isSelf`: the visitor, who cannot remove themselves. */
export type OwnMemberRow = Pick<
  MemberRow,
  'userId' | 'email' | 'name' | 'status' | 'roles' | 'lastLoginAt' | 'invitationExpiresAt'
> & { isSelf: boolean };

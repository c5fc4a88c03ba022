import { z } from 'zod';
import { pageToken } from '@/lib/page';
import { directoryId, organizationId } from '@/lib/scalekit-ids';

/** The most that one page may hold. */
export const memberPageSize = 100;
export const directoryPageSize = 30;

/** How far a comparison reads. Whoever is beyond is not judged, and it is said. */
export const mostMembers = 1_000;
export const mostDirectoryUsers = 1_500;

export const memberPageInput = z.object({ organizationId, pageToken });
export const directoryPageInput = z.object({ organizationId, directoryId, pageToken });

/** Who a member is at an identity provider that they signed in through. */
export type ComparedIdentity = {
  connectionId: string;
  provider: string;
  /** Their id there. */
  subject: string;
  lastLoginAt: string | null;
};

/** A member as far as a comparison needs one. Times are ISO 8601. */
export type ComparedMember = {
  userId: string;
  email: string;
  externalId: string | null;
  status: 'active' | 'inactive' | 'invited' | 'other';
  /** How they came in, in Scalekit's word: `jit_using_sso`. */
  provisioningMethod: string | null;
  identities: ComparedIdentity[];
};

/** Someone whom a directory knows, as far as a comparison needs them. */
export type ComparedDirectoryUser = {
  id: string;
  directoryId: string;
  email: string;
  otherEmails: string[];
  userName: string;
  /** As the provider names them; null where it has no such name. */
  externalId: string | null;
  /** Null where the directory does not say. */
  isActive: boolean | null;
};

/** One step of reading a list: `total` null where the API does not say. */
export type ComparedPage<Row> = { rows: Row[]; total: number | null; nextToken: string | null };

/** A directory as far as a comparison needs it. */
export type ComparedDirectory = { id: string; name: string; enabled: boolean };

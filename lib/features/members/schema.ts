import { z } from 'zod';
import { pageToken } from '@/lib/page';
import { organizationId } from '@/lib/scalekit-ids';

export const memberPageSize = 50;

export const listMembersInput = z.object({ organizationId, pageToken });

/** Scalekit searches from three characters on. */
export const searchMembersInput = z.object({ organizationId, text: z.string().trim().min(3).max(100) });

export const memberStatuses = ['active', 'inactive', 'pending_invite', 'invite_expired', 'other'] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** A user as a member of one organization. Times are ISO 8601. */
export type MemberRow = {
  userId: string;
  email: string;
  name: string | null;
  status: MemberStatus;
  roles: string[];
  joinedAt: string | null;
  lastLoginAt: string | null;
  invitationExpiresAt: string | null;
};

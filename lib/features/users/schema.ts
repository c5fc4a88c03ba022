import { z } from 'zod';
import { pageToken } from '@/lib/page';
import { sessionId, userId } from '@/lib/scalekit-ids';

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
});

export const sessionInput = z.object({ userId, sessionId });

export type UserMembership = {
  organizationId: string;
  /** Null where Scalekit does not say. */
  organizationName: string | null;
  status: 'active' | 'inactive' | 'pending_invite' | 'invite_expired' | 'other';
  roles: string[];
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
  metadata: { key: string; value: string }[];
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

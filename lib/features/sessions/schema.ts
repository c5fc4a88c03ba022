import { z } from 'zod';
import { pageToken } from '@/lib/page';
import { organizationId, sessionId } from '@/lib/scalekit-ids';

/** Members whose sessions one step of the walk through an organization reads. */
export const walkPageSize = 20;

export const walkInput = z.object({ organizationId, pageToken });
export const endInOrganizationInput = z.object({ organizationId, sessionId });

/** One step of the walk: the active sessions of a page of members. */
export type WalkStep = {
  sessions: { id: string; userId: string; email: string; device: string }[];
  members: number;
  totalMembers: number;
  nextToken: string | null;
};

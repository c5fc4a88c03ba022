import { z } from 'zod';
import { organizationId, sessionId } from '@/lib/scalekit-ids';

/** Members whose sessions one step of the walk through an organization reads. */
export const walkPageSize = 20;

export const endAllInput = z.object({ organizationId });
export const endInOrganizationInput = z.object({ organizationId, sessionId });

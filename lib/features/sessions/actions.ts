'use server';
import { startBulk } from '@/lib/server/bulk/start-bulk';
import { defineAction } from '@/lib/server/define-action';
import { endAllInput } from './schema';

/** Starts a job that ends every session signed in to the organization. Each ending is an act of its own in the log. */
export const endOrganizationSessions = defineAction({
  permission: 'session.end_of_organization',
  input: endAllInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId }, { environment, principal }) => ({
    jobId: await startBulk({ environment, principal, organizationId, kind: 'session.end_of_organization' }),
  }),
  audit: {
    target: () => ({ type: 'job' }),
    details: () => ({}),
    result: ({ jobId }) => ({ target: { type: 'job', id: jobId } }),
  },
  refresh: false,
});

import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { organizationId } from '@/lib/scalekit-ids';
import { defineQuery } from '@/lib/server/define-query';
import { toApplicationPolicy, toSessionPolicy } from './rows';
import type { ApplicationSessionPolicy, SessionPolicy, UserLimit } from './schema';

const input = z.object({ organizationId });

/** The organization's own session policy. Source: GET /organizations/{id}/session-policy. */
export const getSessionPolicy = defineQuery({
  permission: 'organization.read',
  input,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { scalekit }): Promise<SessionPolicy> => {
    const { policy } = await scalekit.organizations.getOrganizationSessionPolicy({ organizationId });
    if (!policy) throw new AppError('unavailable', 'Scalekit sent no session policy.');
    return toSessionPolicy(policy);
  },
});

/** What the application allows. A preview operation: an environment may refuse it. Source: GET …/application-session-policy. */
export const getApplicationSessionPolicy = defineQuery({
  permission: 'organization.read',
  input,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { scalekit }): Promise<ApplicationSessionPolicy> => {
    const answer = await scalekit.organizations.getApplicationSessionPolicy({ organizationId });
    if (!answer.applicationPolicy) throw new AppError('unavailable', 'Scalekit sent no session policy.');
    return toApplicationPolicy(answer.applicationPolicy);
  },
});

/** How many users may belong, and how many do. Source: GET …/settings/usermanagement (preview), GET …/users. */
export const getUserLimit = defineQuery({
  permission: 'organization.read',
  input,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { scalekit }): Promise<UserLimit> => {
    const [setting, members] = await Promise.allSettled([
      scalekit.organizations.getOrganizationUserManagementSetting({ organizationId }),
      scalekit.users.listOrganizationUsers({ organizationId, pageSize: 1 }),
    ]);
    if (setting.status === 'rejected') throw setting.reason;
    return {
      // Zero means no limit, as an absent one does.
      limit: setting.value.settings?.maxAllowedUsers || null,
      members: members.status === 'fulfilled' ? members.value.totalSize : null,
    };
  },
});

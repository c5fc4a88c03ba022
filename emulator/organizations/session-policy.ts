import type { MessageInitShape } from '@bufbuild/protobuf';
import { commonsPb, organizationsPb, type services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidField } from '../errors';
import type { Implementation } from '../service';
import { requireOrganization } from './find-organization';
import type { SessionPolicy } from './rows';

type OrganizationOperations = Implementation<typeof services.organizations>;
type PolicyInit = MessageInitShape<typeof organizationsPb.OrganizationSessionPolicySettingsSchema>;

const { SessionPolicyType } = organizationsPb;
const { TimeUnit } = commonsPb;

/** What the application allows, in minutes: 30 days, 7 days without activity, access tokens of 5 minutes. */
export const application = {
  absoluteSessionTimeout: 43_200,
  idleSessionTimeoutEnabled: true,
  idleSessionTimeout: 10_080,
  accessTokenExpiry: 5,
};

/** The session policy of an organization, and the application's, which it falls back to. */
export function organizationSessionPolicy(environment: Environment) {
  const { clock, store } = environment;
  return {
    getOrganizationSessionPolicy({ organizationId }) {
      return { policy: toPolicy(requireOrganization(environment, organizationId).sessionPolicy) };
    },

    updateOrganizationSessionPolicy(request) {
      const current = requireOrganization(environment, request.organizationId);
      const kept = request.policySource === SessionPolicyType.SESSION_POLICY_TYPE_UNSPECIFIED;
      const custom = kept ? current.sessionPolicy : request.policySource === SessionPolicyType.CUSTOM;
      const sessionPolicy = custom ? mergePolicy(current.sessionPolicy ?? {}, request) : undefined;
      if (sessionPolicy) checkPolicy(sessionPolicy);
      store.organizations.put({ ...current, sessionPolicy, updatedAt: clock.now() });
      return { policy: toPolicy(sessionPolicy) };
    },

    getApplicationSessionPolicy({ organizationId }) {
      requireOrganization(environment, organizationId);
      const units = {
        absoluteSessionTimeoutUnit: TimeUnit.MINUTES,
        idleSessionTimeoutUnit: TimeUnit.MINUTES,
      };
      return { applicationPolicy: { ...application, ...units } };
    },
  } satisfies OrganizationOperations;
}

function mergePolicy(
  current: SessionPolicy,
  request: organizationsPb.UpdateOrganizationSessionPolicyRequest,
): SessionPolicy {
  const absolute = toMinutes(request.absoluteSessionTimeout, request.absoluteSessionTimeoutUnit);
  const idle = toMinutes(request.idleSessionTimeout, request.idleSessionTimeoutUnit);
  return {
    absoluteTimeout: absolute ?? current.absoluteTimeout,
    idleTimeoutEnabled: request.idleSessionTimeoutEnabled ?? current.idleTimeoutEnabled,
    idleTimeout: idle ?? current.idleTimeout,
  };
}

function toMinutes(value: number | undefined, unit: commonsPb.TimeUnit | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (unit === TimeUnit.HOURS) return value * 60;
  return unit === TimeUnit.DAYS ? value * 1440 : value;
}

// The documented order: absolute > idle > lifetime of an access token.
function checkPolicy({ absoluteTimeout, idleTimeout, idleTimeoutEnabled }: SessionPolicy): void {
  const absolute = absoluteTimeout ?? application.absoluteSessionTimeout;
  checkRange('absolute_session_timeout', absolute, 525_600);
  if (idleTimeout === undefined || idleTimeoutEnabled === false) return;
  checkRange('idle_session_timeout', idleTimeout, 10_080);
  if (idleTimeout >= absolute) {
    throw invalidField('idle_session_timeout', 'must be shorter than the absolute timeout', 'order');
  }
  if (idleTimeout <= application.accessTokenExpiry) {
    throw invalidField('idle_session_timeout', 'must be longer than an access token lives', 'order');
  }
}

function checkRange(field: string, minutes: number, limit: number): void {
  if (minutes < 1 || minutes > limit) {
    throw invalidField(field, `must be between 1 and ${limit} minutes`, 'int32.gte_lte');
  }
}

function toPolicy(policy: SessionPolicy | undefined): PolicyInit {
  if (!policy) return { policySource: SessionPolicyType.APPLICATION };
  const idleTimeout = policy.idleTimeoutEnabled === false ? undefined : policy.idleTimeout;
  return {
    policySource: SessionPolicyType.CUSTOM,
    absoluteSessionTimeout: policy.absoluteTimeout,
    absoluteSessionTimeoutUnit: policy.absoluteTimeout === undefined ? undefined : TimeUnit.MINUTES,
    idleSessionTimeoutEnabled: policy.idleTimeoutEnabled,
    idleSessionTimeout: idleTimeout,
    idleSessionTimeoutUnit: idleTimeout === undefined ? undefined : TimeUnit.MINUTES,
  };
}

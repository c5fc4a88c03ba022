import 'server-only';
import { commonsPb, organizationsPb } from '@/lib/scalekit/services';
import { type ApplicationSessionPolicy, type SessionPolicy, type TimeUnit, toMinutes } from './schema';

const { TimeUnit: Unit } = commonsPb;
const { SessionPolicyType } = organizationsPb;

export const unitCodes: Record<TimeUnit, commonsPb.TimeUnit> = {
  minutes: Unit.MINUTES,
  hours: Unit.HOURS,
  days: Unit.DAYS,
};

/** Plain policy of an organization: the vendor's message ends here. */
export function toSessionPolicy(policy: organizationsPb.OrganizationSessionPolicySettings): SessionPolicy {
  if (policy.policySource === SessionPolicyType.APPLICATION)
    return { source: 'application', absoluteMinutes: null, idleMinutes: null };
  const idle = minutesOf(policy.idleSessionTimeout, policy.idleSessionTimeoutUnit);
  return {
    // With a limit in a unit that this console does not know, nothing is claimed of the policy.
    source: policy.policySource === SessionPolicyType.CUSTOM && knowsUnits(policy) ? 'custom' : 'other',
    absoluteMinutes: minutesOf(policy.absoluteSessionTimeout, policy.absoluteSessionTimeoutUnit),
    idleMinutes: policy.idleSessionTimeoutEnabled === false ? 'off' : idle,
  };
}

function knowsUnits(policy: organizationsPb.OrganizationSessionPolicySettings): boolean {
  const known = (amount?: number, unit?: commonsPb.TimeUnit) => !amount || minutesOf(amount, unit) !== null;
  return (
    known(policy.absoluteSessionTimeout, policy.absoluteSessionTimeoutUnit) &&
    known(policy.idleSessionTimeout, policy.idleSessionTimeoutUnit)
  );
}

/** Plain policy of the application. proto3 sends 0 for what is not set: that is no limit that anybody chose. */
export function toApplicationPolicy(
  policy: organizationsPb.ApplicationSessionPolicySettings,
): ApplicationSessionPolicy {
  const idle = minutesOf(policy.idleSessionTimeout, policy.idleSessionTimeoutUnit);
  return {
    absoluteMinutes: minutesOf(policy.absoluteSessionTimeout, policy.absoluteSessionTimeoutUnit),
    idleMinutes: policy.idleSessionTimeoutEnabled ? idle : 'off',
    accessTokenMinutes: policy.accessTokenExpiry || null,
  };
}

// Minutes are the documented default, so a unit that is left out means them; one that is new does not.
function minutesOf(amount: number | undefined, code: commonsPb.TimeUnit = Unit.MINUTES): number | null {
  if (!amount) return null;
  if (code === Unit.SESSION_TIME_UNIT_UNSPECIFIED) return amount;
  const unit = (Object.keys(unitCodes) as TimeUnit[]).find((name) => unitCodes[name] === code);
  return unit ? toMinutes({ amount, unit }) : null;
}

import type {
  ApplicationSessionPolicy,
  EffectiveLimit,
  EffectiveSessionPolicy,
  SessionPolicy,
} from './schema';

/**
 * The limits that hold: the stricter of both; inactivity counts as soon as either has a limit on it.
 * @param application null when the API did not tell: the organization's own is then an upper bound, no more
 */
export function effectivePolicy(
  own: SessionPolicy,
  application: ApplicationSessionPolicy | null,
): EffectiveSessionPolicy {
  // A source that this console does not know: nothing is claimed of it.
  if (own.source === 'other') return { absolute: { kind: 'unknown' }, idle: { kind: 'unknown' } };
  return {
    absolute: stricter(own.absoluteMinutes ?? 'off', application?.absoluteMinutes ?? null),
    idle: stricter(own.idleMinutes ?? 'off', application?.idleMinutes ?? null),
  };
}

/** `off`: no limit from that side; null: not known. */
function stricter(own: number | 'off', application: number | 'off' | null): EffectiveLimit {
  if (application === null) return own === 'off' ? { kind: 'unknown' } : { kind: 'at_most', minutes: own };
  if (own === 'off' && application === 'off') return { kind: 'none' };
  if (own === 'off') return { kind: 'exact', minutes: application as number, from: 'application' };
  if (application === 'off') return { kind: 'exact', minutes: own, from: 'organization' };
  if (own === application) return { kind: 'exact', minutes: own, from: 'both' };
  const from = own < application ? 'organization' : 'application';
  return { kind: 'exact', minutes: Math.min(own, application), from };
}

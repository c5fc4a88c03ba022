import type {
  ApplicationSessionPolicy,
  EffectiveLimit,
  SessionPolicy,
} from '@/lib/features/organization-settings/schema';
import { formatMinutes } from '@/lib/format';

/** A limit of the application's: nothing is made up where the API did not tell. */
export function describeApplication(limit: ApplicationSessionPolicy['idleMinutes']): string {
  if (limit === null) return 'not told';
  return limit === 'off' ? 'no limit' : formatMinutes(limit);
}

/** A limit of the organization's own. */
export function describeOwn(policy: SessionPolicy, limit: SessionPolicy['idleMinutes']): string {
  if (policy.source === 'application') return 'as the application';
  if (policy.source === 'other') return 'not known to Keydesk';
  if (limit === 'off') return 'no limit';
  return limit === null ? 'as the application' : formatMinutes(limit);
}

const sources = {
  application: 'set by the application',
  organization: 'set by the organization',
  both: 'set by both',
};

/** What holds, and whose limit it is. */
export function describeEffective(limit: EffectiveLimit): { value: string; why: string } {
  switch (limit.kind) {
    case 'exact':
      return { value: formatMinutes(limit.minutes), why: sources[limit.from] };
    case 'at_most':
      return {
        value: `at most ${formatMinutes(limit.minutes)}`,
        why: 'the application’s may be stricter, and is not known',
      };
    case 'none':
      return { value: 'no limit', why: 'neither sets one' };
    case 'unknown':
      return { value: 'unknown', why: 'the application’s is not known' };
  }
}

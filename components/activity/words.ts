import type { Tone } from '@/components/ui/tone';
import type { ActivityFilter, FilterKey } from '@/lib/activity/filter';
import type { ActivityLine } from '@/lib/activity/line';
import { labelOfType } from '@/lib/activity/sentence';

/** How an outcome reads. `unknown` is never shown as a failure: nobody knows. */
export const activityOutcomeWords: Record<string, { tone: Tone; label: string }> = {
  ok: { tone: 'success', label: 'Done' },
  failed: { tone: 'danger', label: 'Failed' },
  pending: { tone: 'info', label: 'Under way' },
  unknown: { tone: 'warning', label: 'Unknown' },
  denied: { tone: 'warning', label: 'Refused' },
  notice: { tone: 'info', label: 'Notice' },
};

export const sourceWords: Record<string, string> = {
  scalekit: 'Scalekit’s events',
  directory: 'Directory events',
  login_log: 'Login log',
  snapshot: 'Found by looking',
  staff: 'Staff log',
};

export const periodWords: Record<string, string> = {
  hour: 'Last hour',
  day: 'Last 24 hours',
  week: 'Last 7 days',
  month: 'Last 30 days',
  quarter: 'Last 90 days',
};

/** Who did it, as far as anybody knows. */
export function actorOf({ stream, actor, source, data }: ActivityLine): string {
  if (stream === 'staff') return staffActorOf(actor, data.role);
  if (actor) return actor;
  if (stream === 'change') return 'outside Keydesk';
  return source === 'directory' ? 'the directory' : 'not told';
}

function staffActorOf(actor: string | null, role: unknown): string {
  if (role === 'visitor') return 'a visitor of a public page';
  if (role === 'system' || actor === null) return 'Keydesk';
  return role === 'customer' ? `customer: ${actor}` : actor;
}

const chipWords: Record<FilterKey, (value: string) => string> = {
  period: (value) => periodWords[value] ?? value,
  since: (value) => `Since ${value}`,
  until: (value) => `Before ${value}`,
  type: (value) => `Type is ${value.split(',').map(labelOfType).join(' or ')}`,
  actor: (value) => `Actor is ${value}`,
  target: (value) => `Target is ${value}`,
  organization: (value) => `Organization is ${value}`,
  user: (value) => `User is ${value}`,
  connection: (value) => `Connection is ${value}`,
  outcome: (value) => `Outcome is ${activityOutcomeWords[value]?.label ?? value}`,
  source: (value) => `Source is ${sourceWords[value] ?? value}`,
  text: (value) => `Text has “${value}”`,
};

/** A filter's parts as sentences, each with its key. */
export function chipsOf(filter: ActivityFilter): { key: FilterKey; label: string }[] {
  return (Object.keys(chipWords) as FilterKey[])
    .filter((key) => filter[key] !== '')
    .map((key) => ({ key, label: chipWords[key](filter[key]) }));
}

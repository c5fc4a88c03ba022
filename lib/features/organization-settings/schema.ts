import { z } from 'zod';
import { organizationId } from '@/lib/scalekit-ids';

export const timeUnits = ['minutes', 'hours', 'days'] as const;
export type TimeUnit = (typeof timeUnits)[number];

const minutesIn: Record<TimeUnit, number> = { minutes: 1, hours: 60, days: 1440 };

/** Minutes in the largest unit that holds them whole: 360 is 6 hours, 84 stays 84 minutes. */
export function splitMinutes(minutes: number): { amount: number; unit: TimeUnit } {
  const unit = [...timeUnits].reverse().find((one) => minutes % minutesIn[one] === 0) ?? 'minutes';
  return { amount: minutes / minutesIn[unit], unit };
}

/** What Scalekit takes for an organization, in minutes: a session of at most 365 days, 7 days without activity. */
const bounds = { absolute: 365 * 1440, idle: 7 * 1440 };

const typed = z.union([z.string(), z.number()]);
const unit = z.enum(timeUnits);

/** A session policy as it is typed; out comes what is sent, null for the application's own. */
export const sessionPolicyInput = z
  .object({
    organizationId,
    source: z.enum(['application', 'custom'], 'Choose whose limits hold.'),
    absoluteSessionTimeout: typed,
    absoluteSessionTimeoutUnit: unit,
    idleSessionTimeoutEnabled: z.boolean(),
    idleSessionTimeout: typed,
    idleSessionTimeoutUnit: unit,
  })
  .transform((value, context) => {
    const limits = value.source === 'custom' ? readLimits(value, context) : null;
    return { organizationId: value.organizationId, limits };
  });

type Amount = { amount: number; unit: TimeUnit };
type Typed = Record<'absoluteSessionTimeout' | 'idleSessionTimeout', string | number> &
  Record<'absoluteSessionTimeoutUnit' | 'idleSessionTimeoutUnit', TimeUnit> & {
    idleSessionTimeoutEnabled: boolean;
  };

function readLimits(value: Typed, context: z.RefinementCtx): { absolute: Amount; idle: Amount | null } {
  const problem = (field: keyof Typed, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  const absolute = toAmount(value.absoluteSessionTimeout, value.absoluteSessionTimeoutUnit);
  if (!isWithin(absolute, bounds.absolute))
    problem('absoluteSessionTimeout', 'Give a whole number: a session lives 1 minute to 365 days.');
  if (!value.idleSessionTimeoutEnabled) return { absolute, idle: null };
  const idle = toAmount(value.idleSessionTimeout, value.idleSessionTimeoutUnit);
  if (!isWithin(idle, bounds.idle))
    problem('idleSessionTimeout', 'Give a whole number: 1 minute to 7 days without activity.');
  else if (toMinutes(idle) >= toMinutes(absolute))
    problem('idleSessionTimeout', 'This must be shorter than the whole session.');
  return { absolute, idle };
}

function toAmount(text: string | number, unit: TimeUnit): Amount {
  const trimmed = String(text).trim();
  return { amount: /^\d{1,7}$/.test(trimmed) ? Number(trimmed) : Number.NaN, unit };
}

/** Minutes of an amount. */
export function toMinutes({ amount, unit }: Amount): number {
  return amount * minutesIn[unit];
}

function isWithin(amount: Amount, most: number): boolean {
  const minutes = toMinutes(amount);
  return minutes >= 1 && minutes <= most;
}

/** An organization's own policy, in minutes. A custom one may leave a limit to the application: null. */
export type SessionPolicy = {
  source: 'application' | 'custom' | 'other';
  absoluteMinutes: number | null;
  /** `off`: it asks for none of its own. */
  idleMinutes: number | 'off' | null;
};

/** What the application allows, in minutes; null where the API did not say. */
export type ApplicationSessionPolicy = {
  absoluteMinutes: number | null;
  idleMinutes: number | 'off' | null;
  accessTokenMinutes: number | null;
};

/**
 * A limit that holds. `at_most`: the organization's own is known, the application's, which may be stricter, is not.
 */
export type EffectiveLimit =
  | { kind: 'exact'; minutes: number; from: 'application' | 'organization' | 'both' }
  | { kind: 'at_most'; minutes: number }
  | { kind: 'none' }
  | { kind: 'unknown' };

export type EffectiveSessionPolicy = { absolute: EffectiveLimit; idle: EffectiveLimit };

const limitRule = 'A limit is a whole number from 1 to 1,000,000; leave it empty for none.';

export const userLimitInput = z.object({
  organizationId,
  /** Empty for no limit. */
  maxAllowedUsers: z
    .union([z.string(), z.number()])
    .transform((value) => String(value).trim())
    .refine((text) => text === '' || (/^\d{1,7}$/.test(text) && +text >= 1 && +text <= 1_000_000), limitRule)
    .transform((text) => (text === '' ? null : Number(text))),
});

/** `limit` null: none. `members`: everyone whom the list counts, expired invitations too; null when it could not be read. */
export type UserLimit = { limit: number | null; members: number | null };

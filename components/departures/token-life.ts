import type { Departure } from '@/lib/features/departures/schema';
import { formatExactTime, formatMinutes } from '@/lib/format';

/**
 * Until when access tokens that were issued already are good, in words. An application that checks only the signature
 * takes them until they expire, whatever has been cut. `cutAt`: when the last open session was ended here.
 */
export function describeTokens(
  { minutes, lastEndedAt }: Departure['tokens'],
  openSessions: number,
  cutAt: string | null,
  now = Date.now(),
): string {
  if (minutes === null)
    return 'Not known: Scalekit does not say how long access tokens live here. They cannot be called back.';
  const life = formatMinutes(minutes);
  if (openSessions > 0)
    return `As long as a session is open a new access token can be had; each lives ${life}, and cannot be called back.`;
  const end = [cutAt, lastEndedAt].flatMap((time) => (time ? [Date.parse(time)] : []));
  if (end.length === 0)
    return `No session is known. An access token lives ${life}: one issued before now is over by ${formatExactTime(now + minutes * 60_000)}.`;
  const until = Math.max(...end) + minutes * 60_000;
  return until <= now
    ? `Over: the last session ended ${formatExactTime(Math.max(...end))}, and an access token lives ${life}.`
    : `Until ${formatExactTime(until)} at the latest: ${life} after the last session ended. They cannot be called back.`;
}

/** What the API does not tell, said with every receipt. */
export const notKnown = [
  'Refresh tokens: that they end with their session is not published by Scalekit.',
  'An application may have a token lifetime of its own, and may keep a sign-in of its own.',
  'Keys and clients of an organization itself are nobody’s: whether this person knows a value is not known.',
  'Sign-ins at the identity provider and at other products end there, not here.',
];

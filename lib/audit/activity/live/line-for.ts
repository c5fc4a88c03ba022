import 'server-only';
import type { LiveLine } from '@/lib/activity/live-line';
import { can, mayReach, type Principal } from '@/lib/auth/principal';
import { shownActor } from '../shown-actor';
import type { ReceivedLine } from './read-lines';

/**
 * What a person is told of a row, by the rules of the timeline: limited people hear of their customers' rows, and of
 * none of the whole environment; who of our staff it was is for who reads the staff log.
 * @param principals the person as they stand in each environment
 */
export function lineFor(principals: ReadonlyMap<string, Principal>, row: ReceivedLine): LiveLine | null {
  const { received: _received, ...line } = row;
  const principal = principals.get(line.environment);
  if (!principal) return null;
  if (principal.customers !== 'all' && !(line.organizationId && mayReach(principal, line.organizationId)))
    return null;
  return { ...line, actor: shownActor(line.actor, can(principal, 'staff_log.read')) };
}

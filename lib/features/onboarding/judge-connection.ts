import { formatCount, formatQuantity, formatRelativeTime } from '@/lib/format';
import type { LiveState } from './live-state';
import type { OnboardingStep } from './schema';
import { stepOf } from './step';

/** The connection that the steps speak of: the furthest one. */
function furthest({ connections }: LiveState) {
  const list = connections ?? [];
  return list.find(({ enabled }) => enabled) ?? list.find(({ completed }) => completed) ?? list[0];
}

/** With single sign-on off and no connection, its steps are not this customer's. */
const isOut = ({ features, connections }: LiveState) =>
  connections?.length === 0 && features !== null && !features.includes('sso');

const off = 'Single sign-on is off for this customer.';

export function judgeConnection(live: LiveState): OnboardingStep {
  const connection = furthest(live);
  const step = stepOf({ name: 'connection_completed', place: 'connections', placeId: connection?.id });
  if (!live.connections) return step.unread();
  if (isOut(live)) return step.notNeeded(off);
  if (connection?.completed) {
    const complete = live.connections.filter(({ completed }) => completed).length;
    return step.done(`${formatQuantity(complete, 'connection')} complete.`);
  }
  if (!connection) return step.open('No connection yet.', 'customer', 'Set up the connection in the portal');
  return step.open(
    'A connection is begun and not complete.',
    'customer',
    'Finish the connection in the portal',
  );
}

/** The API lists no earlier tests. A sign-in through the connection proves as much, and some members' records tell of it. */
export function judgeTested(live: LiveState): OnboardingStep {
  const connection = furthest(live);
  const step = stepOf({ name: 'tested', place: 'connections', placeId: connection?.id });
  if (!live.connections) return step.unread();
  if (isOut(live)) return step.notNeeded(off);
  const ids = new Set(live.connections.map(({ id }) => id));
  const seen = live.signIns?.seen.filter(({ connectionId }) => ids.has(connectionId)) ?? [];
  if (seen.length > 0) {
    const last = seen
      .flatMap(({ at }) => at ?? [])
      .sort()
      .at(-1);
    return step.done(`A member signed in through it${last ? ` ${formatRelativeTime(last)}` : ''}.`);
  }
  if (!connection?.completed) return step.later('Comes after the connection is complete.');
  return step.unknown(`Scalekit lists no earlier tests. ${whatMembersTell(live)}`, 'Test the connection');
}

function whatMembersTell({ signIns }: LiveState): string {
  if (!signIns) return 'The members could not be read.';
  if (signIns.total === 0) return 'There are no members yet.';
  return signIns.looked < signIns.total
    ? `Of the first ${formatCount(signIns.looked)} members of ${formatCount(signIns.total)}, none has signed in through it.`
    : 'No member has signed in through it.';
}

export function judgeEnabled(live: LiveState): OnboardingStep {
  const connection = furthest(live);
  const step = stepOf({ name: 'enabled', place: 'connections', placeId: connection?.id });
  if (!live.connections) return step.unread();
  if (isOut(live)) return step.notNeeded(off);
  if (connection?.enabled) return step.done('Sign-ins are led to it.');
  if (!connection?.completed) return step.later('Comes after the connection is complete.');
  return step.open('Sign-ins are not led to it yet.', 'us', 'Test the connection, then enable it');
}

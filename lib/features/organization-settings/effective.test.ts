import { expect, it } from 'vitest';
import { effectivePolicy } from './effective';
import { type ApplicationSessionPolicy, type SessionPolicy, splitMinutes } from './schema';

const application = { absoluteMinutes: 600, idleMinutes: 60, accessTokenMinutes: 5 };
const following: SessionPolicy = { source: 'application', absoluteMinutes: null, idleMinutes: null };
const own = (absoluteMinutes: number | null, idleMinutes: SessionPolicy['idleMinutes']): SessionPolicy => ({
  source: 'custom',
  absoluteMinutes,
  idleMinutes,
});
const kindly = (policy: SessionPolicy, of: ApplicationSessionPolicy | null) => {
  const { absolute, idle } = effectivePolicy(policy, of);
  const say = (limit: typeof absolute) =>
    [limit.kind, 'minutes' in limit && limit.minutes, 'from' in limit && limit.from]
      .filter(Boolean)
      .join(' ');
  return [say(absolute), say(idle)];
};

it.each<[string, SessionPolicy, ApplicationSessionPolicy | null, string[]]>([
  ['what it follows', following, application, ['exact 600 application', 'exact 60 application']],
  ['the shorter of both', own(480, 90), application, ['exact 480 organization', 'exact 60 application']],
  ['what both say', own(600, 60), application, ['exact 600 both', 'exact 60 both']],
  [
    'never more than the application',
    own(9_000, 'off'),
    application,
    ['exact 600 application', 'exact 60 application'],
  ],
  [
    'inactivity that only the organization limits',
    own(480, 30),
    { ...application, idleMinutes: 'off' },
    ['exact 480 organization', 'exact 30 organization'],
  ],
  [
    'no inactivity at all',
    own(480, 'off'),
    { ...application, idleMinutes: 'off' },
    ['exact 480 organization', 'none'],
  ],
  ['an upper bound where the application is not known', own(480, 30), null, ['at_most 480', 'at_most 30']],
  ['nothing where neither is known', following, null, ['unknown', 'unknown']],
  [
    'nothing of a source that is new',
    { ...own(480, 30), source: 'other' },
    application,
    ['unknown', 'unknown'],
  ],
])('tells %s', (_name, policy, of, expected) => {
  expect(kindly(policy, of)).toEqual(expected);
});

it('splits minutes into the largest whole unit', () => {
  expect(splitMinutes(43_200)).toEqual({ amount: 30, unit: 'days' });
  expect(splitMinutes(90)).toEqual({ amount: 90, unit: 'minutes' });
  expect(splitMinutes(120)).toEqual({ amount: 2, unit: 'hours' });
});

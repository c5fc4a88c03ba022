import { describe, expect, it } from 'vitest';
import { judgeOnboarding } from './judge';
import type { LiveState } from './live-state';
import type { StepName } from './schema';

const fresh: LiveState = {
  features: ['sso', 'dir_sync'],
  links: { created: 0, usable: 0, openedAt: null },
  domains: [],
  connections: [],
  signIns: { looked: 0, total: 0, seen: [] },
  directories: [],
};
const unread: LiveState = {
  features: null,
  links: null,
  domains: null,
  connections: null,
  signIns: null,
  directories: null,
};
const draft = { id: 'conn_1', completed: false, enabled: false };
const complete = { ...draft, completed: true };
const enabled = { ...complete, enabled: true };

const judge = (part: Partial<LiveState> = {}) => judgeOnboarding({ ...fresh, ...part });
const step = (name: StepName, part: Partial<LiveState> = {}) =>
  judge(part).steps.find((one) => one.name === name);

describe('the next step', () => {
  it.each<[string, Partial<LiveState>, StepName | null, string | undefined]>([
    ['of a new customer is the link', {}, 'link_created', 'us'],
    [
      'is the customer’s while the link is not opened',
      { links: { created: 1, usable: 1, openedAt: null } },
      'link_opened',
      'customer',
    ],
    [
      'is another link when none works any more',
      { links: { created: 1, usable: 0, openedAt: null } },
      'link_opened',
      'us',
    ],
    [
      'is the record of a domain that waits',
      {
        links: { created: 1, usable: 1, openedAt: '2026-11-01T00:00:00Z' },
        domains: [{ domain: 'a.example', state: 'pending' }],
      },
      'domain_verified',
      'customer',
    ],
    [
      'is to enable a complete connection',
      { domains: [{ domain: 'a.example', state: 'verified' }], connections: [complete] },
      'enabled',
      'us',
    ],
    [
      'is SCIM when sign-in works',
      { domains: [{ domain: 'a.example', state: 'verified' }], connections: [enabled] },
      'scim_users',
      'customer',
    ],
    [
      'is none when all is there',
      {
        domains: [{ domain: 'a.example', state: 'verified' }],
        connections: [enabled],
        directories: [{ id: 'dir_1', enabled: true, users: 3 }],
      },
      null,
      undefined,
    ],
    ['is none when nothing could be read', unread, null, undefined],
  ])('%s', (_name, part, name, who) => {
    const { next, steps } = judge(part);
    expect(next).toBe(name);
    expect(steps.find((one) => one.name === name)?.who).toBe(who);
  });
});

describe('what nothing can tell', () => {
  it('is not claimed of a test', () => {
    expect(step('tested', { connections: [enabled] })).toMatchObject({
      state: 'unknown',
      evidence: 'Scalekit lists no earlier tests. There are no members yet.',
    });
    const signIns = { looked: 30, total: 1_200, seen: [{ connectionId: 'conn_9', at: null }] };
    expect(step('tested', { connections: [enabled], signIns })?.evidence).toContain(
      'Of the first 30 members of 1,200, none',
    );
  });

  it('is told by a member who signed in through the connection', () => {
    const seen = [{ connectionId: 'conn_1', at: new Date(Date.now() - 3 * 86_400_000).toISOString() }];
    expect(step('tested', { connections: [enabled], signIns: { looked: 1, total: 1, seen } })).toMatchObject({
      state: 'done',
      evidence: 'A member signed in through it 3 days ago.',
    });
  });

  it('is not claimed of what could not be read', () => {
    expect(judge(unread).steps.map(({ state }) => state)).toEqual(Array(7).fill('unknown'));
  });
});

describe('what a customer does without', () => {
  it('is not asked for', () => {
    const { steps } = judge({ features: [] });
    expect(steps.filter(({ state }) => state === 'not_needed').map(({ name }) => name)).toEqual([
      'connection_completed',
      'tested',
      'enabled',
      'scim_users',
    ]);
    expect(step('link_created', { connections: [complete] })?.state).toBe('not_needed');
  });
});

it('leads to the connection and the directory at hand', () => {
  const part = { connections: [draft, enabled], directories: [{ id: 'dir_1', enabled: false, users: 0 }] };
  expect(step('enabled', { ...part, connections: [draft] })).toMatchObject({ placeId: 'conn_1' });
  expect(step('scim_users', part)).toMatchObject({
    placeId: 'dir_1',
    who: 'us',
    act: 'Enable the directory',
  });
});

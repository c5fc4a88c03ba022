import { describe, expect, it } from 'vitest';
import { completeQuery } from './completion';
import { changeOf, differenceOf } from './difference';
import { eventTypes } from './event-types.data';
import { activityFilter, emptyFilter, timesOf } from './filter';
import { type LiveLine, takesLine } from './live-line';
import { noNews, withLines } from './live-news';
import { formatQuery, parseQuery } from './query';
import { sentenceText, tellActivity } from './sentence';

const filter = (part: object) => activityFilter.parse(part);

describe('parseQuery', () => {
  it.each<[string, object]>([
    ['', {}],
    ['jane doe', { text: 'jane doe' }],
    [
      'type:user.login outcome:failed "jane doe"',
      { type: 'user.login', outcome: 'failed', text: 'jane doe' },
    ],
    ['type:user.login,user.logout', { type: 'user.login,user.logout' }],
    ['type:user.login type:user.logout', { type: 'user.login,user.logout' }],
    ['outcome:ok outcome:failed', { outcome: 'failed' }],
    ['since:2026-11-01T10:00:00Z until:2026-11-02', { since: '2026-11-01T10:00:00Z', until: '2026-11-02' }],
    ['user:jane@acme.test period:day', { user: 'jane@acme.test', period: 'day' }],
    ['actor:"Ann O’Neil" source:staff', { actor: 'Ann O’Neil', source: 'staff' }],
  ])('reads %o', (query, expected) => {
    expect(parseQuery(query)).toEqual({ filter: filter(expected), problems: [] });
  });

  it.each([
    ['outcome:bad', /outcome cannot be “bad”/],
    ['since:yesterday', /since cannot be/],
    ['color:blue', /no key “color”/],
    ['-outcome:ok', /minus/],
  ])('says what it did not understand of %o', (query, sentence) => {
    expect(parseQuery(query).problems.join()).toMatch(sentence);
  });

  it.each([
    { text: 'type:user.login' },
    { text: 'jane doe', type: 'user.login', period: 'week' },
    { actor: 'Ann O’Neil', since: '2026-11-01T10:00:00+02:00', connection: 'conn_1' },
    { text: "it's -3 degrees" },
  ])('is undone by formatQuery: %o', (part) => {
    expect(parseQuery(formatQuery(filter(part))).filter).toEqual(filter(part));
  });

  it('survives anything', () => {
    for (const query of [
      '"',
      ':',
      'type:',
      '::::',
      `${'a:'.repeat(2000)}`,
      'type:"',
      '\u202e',
      '__proto__:x',
      'exclude:x',
    ])
      expect(() => parseQuery(query)).not.toThrow();
  });
});

describe('the filter', () => {
  it('reads times as UTC, and a period from now', () => {
    expect(timesOf(filter({ since: '2026-11-01', until: '2026-11-01T10:00' }))).toEqual({
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-11-01T10:00:00.000Z',
    });
    expect(timesOf(filter({ period: 'hour' }), Date.parse('2026-11-01T10:00:00Z')).from).toBe(
      '2026-11-01T09:00:00.000Z',
    );
  });

  it('leaves out what makes no sense', () => {
    expect(filter({ outcome: ['a', 'b'], since: 'soon', text: 'x'.repeat(300), type: 7 })).toEqual(
      emptyFilter,
    );
  });
});

describe('completeQuery', () => {
  const values = {
    outcome: [{ value: 'failed', label: 'Failed' }],
    type: [
      { value: 'user.login', label: 'Sign-in' },
      { value: 'user.logout', label: 'Session ended' },
    ],
  };
  const inserts = (query: string, caret = query.length) =>
    completeQuery(query, caret, values).suggestions.map(({ insert }) => insert);

  it('proposes keys, then their values, by word or label', () => {
    expect(inserts('out')).toEqual(['outcome:']);
    expect(inserts('jane outcome:')).toEqual(['failed ']);
    expect(inserts('type:sign')).toEqual(['user.login ']);
    expect(inserts('type:user.login,')).toEqual(['user.login ', 'user.logout ']);
    expect(inserts('nothing:')).toEqual([]);
  });

  it('replaces the word at the caret alone', () => {
    expect(completeQuery('type:us jane', 7, values)).toMatchObject({ from: 5, to: 7 });
    expect(completeQuery('a type:user.login b', 9, values)).toMatchObject({ from: 7, to: 17 });
  });
});

describe('takesLine', () => {
  const line: LiveLine = {
    ...{
      environment: 'production',
      stream: 'login',
      entryId: 'a',
      at: new Date().toISOString(),
      type: 'login.sso',
    },
    ...{
      source: 'login_log',
      outcome: 'failed',
      organizationId: 'org_1',
      connectionId: 'conn_1',
      userId: null,
    },
    ...{ email: 'jane@acme.test', targetType: null, targetId: null, actor: null, words: 'jane doe' },
    changed: false,
  };

  it.each<[object, boolean]>([
    [{}, true],
    [{ type: 'user.login,login.sso', user: 'Jane@acme.test', text: 'DOE', period: 'hour' }, true],
    [{ organization: 'org_1', connection: 'conn_1', outcome: 'failed', source: 'login_log' }, true],
    [{ organization: 'org_2' }, false],
    [{ user: 'usr_1' }, false],
    [{ until: '2020-01-01' }, false],
    [{ type: 'user.login' }, false],
    [{ text: 'john' }, false],
  ])('judges %o as the server does: %s', (part, expected) => {
    expect(takesLine(filter(part), line)).toBe(expected);
  });

  it('counts a row once, and one that moved in the place of what it was', () => {
    const hear = (news: typeof noNews, ...parts: Partial<LiveLine>[]) => {
      const lines = parts.map((part) => ({ ...line, ...part }));
      return withLines(news, lines, 'production', filter({ outcome: 'failed' }));
    };
    const told = (news: typeof noNews) => [news.added.size, news.changed.size];
    const one = hear(noNews, {}, {}, { entryId: 'b' }, { environment: 'development', entryId: 'c' });
    expect(told(one)).toEqual([2, 0]);
    expect(told(hear(one, { changed: true })), 'still to be shown').toEqual([2, 0]);
    expect(told(hear(one, { changed: true, outcome: 'ok' })), 'no longer wanted').toEqual([1, 0]);
    expect(told(hear(one, { entryId: 'old', changed: true }))).toEqual([2, 1]);
    expect(told(hear(noNews, { changed: true, outcome: 'ok' }))).toEqual([0, 0]);
  });
});

describe('sentences', () => {
  const line = {
    stream: 'event',
    type: '',
    outcome: null,
    email: null,
    userId: null,
    targetId: null,
    targetType: null,
    organizationId: null,
    actor: null,
    data: {},
  } as const;
  const told = (part: object) => sentenceText(tellActivity({ ...line, ...part }));

  it('know all 41 published types', () => {
    expect(new Set(eventTypes.map(({ type }) => type)).size).toBe(41);
  });

  it.each<[object, string]>([
    [
      { type: 'user.login', data: { user: { email: 'j@a.test', user_profile: { name: 'Jane Doe' } } } },
      'Jane Doe signed in',
    ],
    [{ type: 'user.login', email: 'j@a.test' }, 'j@a.test signed in'],
    [
      {
        type: 'user.organization_invitation',
        email: 'j@a.test',
        data: { organization: { display_name: 'Acme' } },
      },
      'j@a.test was invited to Acme',
    ],
    [
      {
        type: 'connected_account.status_updated',
        targetId: 'ca_1',
        data: { status: 'EXPIRED', old_status: 'ACTIVE' },
      },
      'Connected account ca_1 went from ACTIVE to EXPIRED',
    ],
    [
      { stream: 'login', type: 'login.sso', email: 'j@a.test', outcome: 'failed' },
      'j@a.test tried to sign in by SSO, and it failed',
    ],
    [{ stream: 'change', type: 'sso_policy.changed', targetId: 'p_1' }, 'Sso policy p_1 was changed'],
    [
      {
        stream: 'staff',
        type: 'api_key.revoke',
        actor: 'sam@k.test',
        targetId: 'apit_1',
        targetType: 'api_key',
      },
      'sam@k.test: revoke api key (apit_1)',
    ],
    [{ type: 'thing.new_kind', targetId: 't_1' }, 'thing.new_kind: t_1'],
    [{ type: 'user.login', data: 'odd' }, 'somebody signed in'],
  ])('%o', (part, sentence) => {
    expect(told(part)).toBe(sentence);
  });
});

describe('differenceOf', () => {
  it('lists fields that differ, deep ones by their path, and no times of change', () => {
    const before = {
      name: 'Acme',
      settings: { sso: true, scim: false },
      gone: 1,
      updated_at: 'a',
      same: [1],
    };
    const after = {
      name: 'Acme 2',
      settings: { sso: true, scim: true },
      fresh: 'x',
      updated_at: 'b',
      same: [1],
    };
    expect(differenceOf(before, after)).toEqual([
      { field: 'fresh', before: undefined, after: 'x' },
      { field: 'gone', before: '1', after: undefined },
      { field: 'name', before: 'Acme', after: 'Acme 2' },
      { field: 'settings.scim', before: 'false', after: 'true' },
    ]);
    expect(differenceOf(null, undefined)).toEqual([]);
    const fields = [{ path: 'enabled', before: false, after: true }];
    expect(changeOf({ fields })).toEqual({ before: { enabled: false }, after: { enabled: true } });
    expect(changeOf({ name: 'x' })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { Departure } from '@/lib/features/departures/schema';
import {
  type CutItem,
  outcomeWords,
  type ReceiptFacts,
  type Search,
  searchWords,
  writeReceipt,
} from './receipt';
import { describeTokens } from './token-life';

const now = Date.UTC(2026, 5, 1, 12);
const iso = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

describe('describeTokens', () => {
  const tokens = (minutes: number | null, lastEndedAt: string | null = null) => ({ minutes, lastEndedAt });

  it.each<[string, string, RegExp]>([
    ['an unknown lifetime', describeTokens(tokens(null), 0, null, now), /^Not known/],
    ['an open session', describeTokens(tokens(5), 2, null, now), /As long as a session is open.*5 minutes/],
    [
      'sessions long over',
      describeTokens(tokens(5, iso(-60)), 0, null, now),
      /^Over: the last session ended 1 Jun 2026, 11:00:00/,
    ],
    [
      'a session that ended a moment ago',
      describeTokens(tokens(5, iso(-1)), 0, null, now),
      /^Until 1 Jun 2026, 12:04:00/,
    ],
    [
      'sessions cut here just now',
      describeTokens(tokens(5, iso(-60)), 0, iso(0), now),
      /^Until 1 Jun 2026, 12:05:00/,
    ],
    ['no session at all', describeTokens(tokens(60), 0, null, now), /over by 1 Jun 2026, 13:00:00/],
  ])('tells of %s', (_name, words, expected) => {
    expect(words).toMatch(expected);
  });
});

const item = (outcome: CutItem['outcome'], part: Partial<CutItem> = {}): CutItem => ({
  kind: 'api_key',
  id: 'apit_1',
  organizationId: 'org_1',
  label: 'Nightly, ends in x9Qz',
  outcome,
  ...part,
});
const search = (part: Partial<Search> = {}): Search => ({
  state: 'done',
  entries: [],
  read: 30,
  isWhole: true,
  ...part,
});
const departure: Departure = {
  email: 'ada_l@heron.example',
  userId: 'usr_1',
  isLimited: false,
  organizations: [{ id: 'org_1', name: 'Heron *Rail*' }],
  isWhole: true,
  items: [],
  directories: [],
  tokens: { minutes: 5, lastEndedAt: null },
  lastSignInAt: null,
  unread: [],
};
const receipt = (part: Partial<ReceiptFacts> = {}) =>
  writeReceipt({
    environment: 'production',
    departure,
    items: [item({ state: 'done' })],
    search: search(),
    tokens: 'Over.',
    by: 'Sam',
    at: iso(0),
    ...part,
  });

describe('outcomeWords', () => {
  it.each<[CutItem['outcome'], string]>([
    [{ state: 'open' }, 'open, not cut'],
    [{ state: 'done' }, 'revoked'],
    [{ state: 'gone' }, 'gone already'],
    [{ state: 'failed', message: 'No.' }, 'not cut: No.'],
    [{ state: 'unknown', message: 'No answer.' }, 'unknown whether it was cut: No answer.'],
  ])('of %j are %s', (outcome, words) => {
    expect(outcomeWords(item(outcome))).toBe(words);
  });
});

describe('searchWords', () => {
  const entry = {
    organizationId: 'org_1',
    directoryId: 'dir_1',
    directoryName: 'Okta Directory',
    id: 'diruser_1',
    email: 'ada@heron.example',
  };

  it.each<[Partial<Search>, string]>([
    [{}, 'No entry among 30 people.'],
    [{ isWhole: false }, 'No entry among the first 30 people; there are more.'],
    [{ state: 'failed' }, 'Not known: the directories could not be looked through.'],
    [{ state: 'running' }, 'Still being looked through.'],
    [{ entries: [{ ...entry, isActive: true }] }, 'ada@heron.example in Okta Directory, active.'],
    [{ entries: [{ ...entry, isActive: null }] }, 'ada@heron.example in Okta Directory, activity not known.'],
  ])('of %j', (part, words) => {
    expect(searchWords(search(part))).toBe(words);
  });
});

describe('writeReceipt', () => {
  it('names each thing with what became of it', () => {
    expect(receipt()).toContain('- API key `apit_1` (Nightly, ends in x9Qz): revoked');
    expect(receipt({ items: [] })).toContain('- Nothing.');
  });

  it('lets no name of a customer become markup or break a line', () => {
    const items = [item({ state: 'done' }, { label: 'a\n# b `c` <i>' })];
    expect(receipt({ items })).toContain('(a \\# b \\`c\\` \\<i\\>)');
    expect(receipt()).toContain('Heron \\*Rail\\* (`org_1`)');
  });

  it('says what was not looked at and what could not be read', () => {
    const text = receipt({
      departure: {
        ...departure,
        isLimited: true,
        isWhole: false,
        userId: null,
        unread: ['API keys of org_1: No.'],
      },
    });
    expect(text).toContain('Other customers were not looked at');
    expect(text).toContain('there are more');
    expect(text).toContain('no user record');
    expect(text).toContain('Could not be read: API keys of org');
  });

  it('says what is not known', () => {
    expect(receipt()).toMatch(/## Not known\n\n- Refresh tokens/);
  });
});

import { describe, expect, it } from 'vitest';
import type { Attempt, Change } from './evidence';
import { lastWorkedOf } from './last-worked';

const now = '2026-11-26T12:00:00.000Z';
const ago = (hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString();
const place = { organizationId: 'org_1', connectionId: 'conn_1' };

const attempt = (hours: number, status: Attempt['status'], part: Partial<Attempt> = {}): Attempt => ({
  ...{ id: `areq_${hours}`, at: ago(hours), status, email: 'jane@acme.example' },
  ...{ organizationId: 'org_1', connectionIds: ['conn_1'], connection: 'SAML · Okta' },
  ...part,
});
const change = (hours: number, part: Partial<Change> = {}): Change => ({
  ...{ id: `c${hours}`, at: ago(hours), who: 'sam@keydesk.test', action: 'connection.update' },
  ...{ targetId: 'conn_1', outcome: 'ok' },
  ...part,
});
const ids = (changes: Change[] | null) => changes?.map(({ id }) => id);

function strip(rows: Attempt[], changes: Change[] | null, log = {}) {
  const whole = { complete: true, joined: false, from: 'From the log.' };
  const newestFirst = <Row extends { at: string }>(list: Row[]) =>
    list.toSorted((one, other) => other.at.localeCompare(one.at));
  return lastWorkedOf(
    { rows: newestFirst(rows), ...whole, ...log },
    { now, place, changes: changes && newestFirst(changes), changeGaps: [] },
  );
}

describe('lastWorkedOf', () => {
  it('tells changes between the last good sign-in and the first failure from those after it', () => {
    const found = strip(
      [attempt(50, 'failed'), attempt(40, 'success'), attempt(20, 'failed'), attempt(2, 'failed')],
      [change(45), change(30), change(21), change(19), change(1), change(25, { outcome: 'failed' })],
    );
    expect(found).toMatchObject({ lastGood: { id: 'areq_40' }, firstFailure: { id: 'areq_20' } });
    expect(ids(found.changes)).toEqual(['c30', 'c21']);
    expect(ids(found.changesAfter)).toEqual(['c19', 'c1']);
    expect(found).toMatchObject({ more: { between: 0, after: 0 }, gaps: [] });
  });

  it('keeps those right after it last worked, and counts what it leaves out', () => {
    const many = Array.from({ length: 30 }, (_, index) => change(39 - index));
    const found = strip([attempt(40, 'success'), attempt(35, 'failed')], many);
    expect(ids(found.changes)).toEqual(['c39', 'c38', 'c37', 'c36', 'c35']);
    expect(ids(found.changesAfter)).toEqual(['c34', 'c33', 'c32', 'c31', 'c30', 'c29', 'c28']);
    expect(found.more).toEqual({ between: 0, after: 18 });
    const late = strip([attempt(40, 'success'), attempt(5, 'failed')], many);
    expect(ids(late.changes)?.at(0)).toBe('c39');
    expect(late).toMatchObject({ changesAfter: [], more: { between: 18, after: 0 } });
  });

  it('shows those before the failure where no good sign-in is known, the latest of them', () => {
    const many = Array.from({ length: 15 }, (_, index) => change(39 - index));
    const found = strip([attempt(10, 'failed')], [...many, change(3)]);
    expect(ids(found.changes)).toEqual(many.slice(3).map(({ id }) => id));
    expect(found).toMatchObject({ more: { between: 3, after: 1 } });
    expect(found.gaps).toEqual([expect.stringContaining('90 days')]);
  });

  it('counts a difference as in between when it may have been', () => {
    const spanning = change(10, { id: 'span', since: ago(30), action: 'connection.changed' });
    const before = change(41, { id: 'before', since: ago(60) });
    const found = strip([attempt(40, 'success'), attempt(20, 'failed')], [spanning, before]);
    expect(ids(found.changes)).toEqual(['span']);
  });

  it('judges one customer’s connection, not what works elsewhere', () => {
    const found = strip(
      [
        attempt(1, 'success', { organizationId: 'org_2', connectionIds: ['conn_2'] }),
        attempt(3, 'success', { connectionIds: ['conn_3'] }),
        attempt(5, 'failed', { organizationId: null, connectionIds: [] }),
        attempt(9, 'success'),
      ],
      [change(6, { targetId: 'conn_3' }), change(7)],
    );
    expect(found).toMatchObject({ lastGood: { id: 'areq_9' }, firstFailure: { id: 'areq_5' } });
    expect(ids(found.changes)).toEqual(['c7']);
  });

  it('says what was not read', () => {
    const lone = [attempt(5, 'failed')];
    expect(strip(lone, [], { complete: false }).gaps[0]).toMatch(/older lines than were read/);
    expect(strip(lone, [], { complete: false, joined: true }).gaps[0]).toMatch(/than our copy/);
    const good = [attempt(5, 'success')];
    expect(strip(good, [], { complete: false, joined: true }).gaps).toEqual([]);
    expect(strip([attempt(24 * 100, 'success')], []).gaps).toEqual([expect.stringContaining('90 days')]);
    expect(strip(good, null)).toMatchObject({ changes: null, gaps: [expect.stringContaining('role')] });
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { keepObservation } from '@/lib/audit/snapshots/keep';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import { listExpiryQueue } from './queue';
import { expiryQueuePageSize, soonShown } from './schema';
import { listExpirySoon } from './soon';

withTestDatabase();
const emulator = withEmulator();
const environment = 'production';
const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
const [one, other] = ['org_1', 'org_2'];

const read = (input = {}, reader = testPrincipal()) =>
  runQuery(listExpiryQueue.definition, environment, reader, input);

const keep = (organizationId: string, kind: string, days: number[]) =>
  keepObservation(
    environment,
    {
      organizationId,
      part: kind === 'certificate' ? 'connection' : 'api_key',
      objects: days.map((day, index) => {
        const id = `${kind}_${index}`;
        return {
          id,
          name: id,
          fields: { day: String(day) },
          expiries: [{ kind, id, name: `${kind} ${day}`, expiresAt: inDays(day) }],
        };
      }),
      complete: true,
    },
    new Date(),
  );

beforeAll(async () => {
  const name = { id: one, name: 'Heronsgate Rail', fields: {} };
  await keepObservation(
    environment,
    { organizationId: one, part: 'organization', objects: [name], complete: true },
    new Date(Date.now() - 7_200_000),
  );
  await keep(one, 'certificate', [20, -200]);
  await keep(other, 'api_key', [
    3,
    45,
    -40,
    ...Array.from({ length: expiryQueuePageSize }, (_, index) => 5 + index / 10),
  ]);
  await db().portalLink.create({
    data: {
      ...{ environment, organizationId: one, organizationName: 'Heronsgate Rail', tokenHash: randomUUID() },
      ...{ note: 'for Ada', openLimit: 10, expiresAt: new Date(inDays(1)) },
      ...{ createdById: randomUUID(), createdByEmail: 'sam@staff.example' },
    },
  });
});

const soon = (reader = testPrincipal()) => runQuery(listExpirySoon.definition, environment, reader, {});

describe('listExpiryQueue', () => {
  it('gathers all customers by date without a call, and says how old that is', async () => {
    emulator.current.journal.clear();
    const { rows, oldest, past, kinds } = await read();
    expect(emulator.current.journal.list()).toEqual([]);
    expect(rows.slice(0, 2)).toMatchObject([
      { kind: 'portal_link', name: 'for Ada', seenAt: null, organizationName: 'Heronsgate Rail' },
      { kind: 'api_key', name: 'api_key 3', organizationName: other, seenAt: expect.any(String) },
    ]);
    expect(past).toBe(1);
    expect(kinds).toEqual([
      { kind: 'api_key', count: expiryQueuePageSize + 1 },
      { kind: 'certificate', count: 1 },
      { kind: 'portal_link', count: 1 },
    ]);
    expect(Date.now() - Date.parse(oldest ?? '')).toBeGreaterThan(7_000_000);
  });

  it('keeps what ran out apart: a certificate until another is there, all else for thirty days', async () => {
    const { rows } = await read({ past: true });
    expect(rows).toMatchObject([
      { kind: 'certificate', name: 'certificate -200', organizationName: 'Heronsgate Rail' },
    ]);
    const ofOne = testPrincipal({ customers: new Set(['org_rotated']) });
    const names = async () => (await read({ past: true }, ofOne)).rows.map(({ name }) => name);
    const withCertificates = (days: number[]) =>
      keepObservation(
        environment,
        {
          organizationId: 'org_rotated',
          part: 'connection',
          objects: [
            {
              id: 'conn_rotated',
              name: 'OKTA SAML',
              fields: { days: days.map(String) },
              expiries: days.map((day) => ({
                ...{ kind: 'certificate', id: `of ${day}`, name: `certificate ${day}` },
                expiresAt: inDays(day),
              })),
            },
          ],
          complete: true,
        },
        new Date(),
      );
    await withCertificates([-90, -9]);
    expect(await names()).toEqual(['certificate -9', 'certificate -90']);
    await withCertificates([-90, -9, 800]);
    expect(await names()).toEqual([]);
  });

  it('goes on page by page, each row once, as far ahead as asked, and one kind alone', async () => {
    const first = await read();
    const second = await read({ pageToken: first.nextToken });
    const ids = [...first.rows, ...second.rows].map(({ kind, id }) => `${kind} ${id}`);
    expect(first.rows).toHaveLength(expiryQueuePageSize);
    expect(second.nextToken).toBeNull();
    expect(new Set(ids).size).toBe(expiryQueuePageSize + 3);
    expect(ids).not.toContain('api_key api_key_1');
    const wide = await read({ within: 90, pageToken: (await read({ within: 90 })).nextToken });
    expect(wide.rows.map(({ name }) => name)).toContain('api_key 45');
    const certificates = await read({ kind: 'certificate' });
    expect(certificates.rows.map(({ name }) => name)).toEqual(['certificate 20']);
    expect((await failureOf(read({ pageToken: 'nonsense' }))).code).toBe('invalid');
  });

  it('shows a person who is limited to some customers theirs alone', async () => {
    const limited = testPrincipal({ customers: new Set([one]) });
    const { rows, past } = await read({}, limited);
    expect(rows.map(({ kind }) => kind)).toEqual(['portal_link', 'certificate']);
    expect(past).toBe(1);
    expect(await read({}, testPrincipal({ customers: new Set() }))).toMatchObject({ rows: [], oldest: null });
  });

  it('names an invited person, and a customer without a snapshot, as the index knows them', async () => {
    const document = { environment, searchText: '', exact: [], asOf: new Date() };
    await db().searchDocument.createMany({
      data: [
        { ...document, kind: 'user', id: 'usr_1', organizationIds: ['org_3'], title: 'Ada Lark' },
        { ...document, kind: 'organization', id: 'org_3', organizationIds: ['org_3'], title: 'Larkfield' },
      ],
    });
    const expiries = [{ kind: 'invitation', id: 'usr_1', name: 'for usr_1', expiresAt: inDays(2) }];
    const objects = [{ id: 'usr_1', name: 'for usr_1', fields: {}, expiries }];
    await keepObservation(
      environment,
      { organizationId: 'org_3', part: 'invitation', objects, complete: false },
      new Date(),
    );
    const { rows } = await read({}, testPrincipal({ customers: new Set(['org_3']) }));
    expect(rows).toMatchObject([{ kind: 'invitation', name: 'Ada Lark', organizationName: 'Larkfield' }]);
    await db().searchDocument.updateMany({ where: { kind: 'user', id: 'usr_1' }, data: { removed: true } });
    expect((await read({ kind: 'invitation' })).rows).toEqual([]);
  });

  it('knows the links by which people connect an account, while they open', async () => {
    const link = (accountId: string, days: number, rest = {}) => ({
      ...{ environment, organizationId: 'org_4', accountId, provider: 'Gmail', tokenHash: randomUUID() },
      ...{ recipientEmail: 'ada@larkfield.example', openLimit: 3, expiresAt: new Date(inDays(days)) },
      ...{ createdById: randomUUID(), createdByEmail: 'sam@staff.example', ...rest },
    });
    await db().accountLink.createMany({
      data: [
        link('ca_1', 4),
        link('ca_2', 4, { revokedAt: new Date() }),
        link('ca_3', 4, { openCount: 3 }),
        link('ca_4', 4, { organizationId: null }),
      ],
    });
    const { rows } = await read({}, testPrincipal({ customers: new Set(['org_4']) }));
    expect(rows).toMatchObject([{ kind: 'account_link', name: 'Gmail', placeId: 'ca_1' }]);
    const all = await read({ kind: 'account_link' });
    expect(all.rows.map(({ placeId, organizationName }) => [placeId, organizationName])).toEqual([
      ['ca_1', 'org_4'],
      ['ca_4', ''],
    ]);
  });

  it('forgets what was renewed or is gone', async () => {
    await keep(one, 'certificate', [300]);
    const { rows, past } = await read({}, testPrincipal({ customers: new Set([one]) }));
    expect([rows.map(({ kind }) => kind), past]).toEqual([['portal_link'], 0]);
  });
});

describe('listExpirySoon', () => {
  it('shows next month however much has run out, and the nearest of each kind however many keys end', async () => {
    await keep('org_dead', 'certificate', [...Array.from({ length: 9 }, (_, index) => -10 - index), 10]);
    const { rows, more, past } = await soon();
    expect(past).toBe(9);
    expect(rows).toHaveLength(soonShown);
    expect(rows.map(({ name }) => name)).toContain('certificate 10');
    expect(rows.map(({ expiresAt }) => expiresAt)).toEqual(rows.map(({ expiresAt }) => expiresAt).sort());
    const shownKeys = rows.filter(({ kind }) => kind === 'api_key').length;
    expect(more).toEqual([{ kind: 'api_key', count: expiryQueuePageSize + 1 - shownKeys }]);
    expect((await soon(testPrincipal({ customers: new Set() }))).rows).toEqual([]);
  });
});

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
import { expiryQueuePageSize } from './schema';

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

describe('listExpiryQueue', () => {
  it('gathers all customers by date without a call, and says how old that is', async () => {
    emulator.current.journal.clear();
    const { rows, oldest } = await read();
    expect(emulator.current.journal.list()).toEqual([]);
    expect(rows.slice(0, 3)).toMatchObject([
      // A certificate that ran out keeps people out until it is replaced; a key of forty days ago is forgotten.
      {
        kind: 'certificate',
        name: 'certificate -200',
        organizationName: 'Heronsgate Rail',
        placeId: 'certificate_1',
      },
      { kind: 'portal_link', name: 'for Ada', seenAt: null },
      { kind: 'api_key', name: 'api_key 3', organizationName: other, seenAt: expect.any(String) },
    ]);
    expect(Date.now() - Date.parse(oldest ?? '')).toBeGreaterThan(7_000_000);
  });

  it('goes on page by page, each row once, and as far ahead as asked', async () => {
    const first = await read();
    const second = await read({ pageToken: first.nextToken });
    const ids = [...first.rows, ...second.rows].map(({ kind, id }) => `${kind} ${id}`);
    expect(first.rows).toHaveLength(expiryQueuePageSize);
    expect(second.nextToken).toBeNull();
    expect(new Set(ids).size).toBe(expiryQueuePageSize + 4);
    expect(ids).not.toContain('api_key api_key_1');
    const wide = await read({ within: 90, pageToken: (await read({ within: 90 })).nextToken });
    expect(wide.rows.map(({ name }) => name)).toContain('api_key 45');
    expect((await failureOf(read({ pageToken: 'nonsense' }))).code).toBe('invalid');
  });

  it('shows a person who is limited to some customers theirs alone', async () => {
    const limited = testPrincipal({ customers: new Set([one]) });
    const { rows } = await read({}, limited);
    expect(rows.map(({ kind }) => kind)).toEqual(['certificate', 'portal_link', 'certificate']);
    expect(await read({}, testPrincipal({ customers: new Set() }))).toMatchObject({ rows: [], oldest: null });
  });

  it('forgets what was renewed or is gone', async () => {
    await keep(one, 'certificate', [300]);
    const { rows } = await read({}, testPrincipal({ customers: new Set([one]) }));
    expect(rows.map(({ kind }) => kind)).toEqual(['portal_link']);
  });
});

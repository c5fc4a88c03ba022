import { beforeEach, describe, expect, it } from 'vitest';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { type Document, sharedWithAll } from '@/lib/server/search-index/document';
import { writeDocuments } from '@/lib/server/search-index/store';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { findAnything, readPaletteHome } from './queries';

withTestDatabase();

const find = async (text: string, principal: Principal = testPrincipal()) =>
  runQuery(findAnything.definition, 'production', principal, { text });
const titles = async (text: string, principal?: Principal) =>
  (await find(text, principal)).map(({ title }) => title);

const organization = (id: string, title: string, detail?: string): Document => ({
  ...{ kind: 'organization', id, organizationIds: [id], title, detail },
});
const user = (id: string, title: string, detail: string, organizationIds: string[]): Document => ({
  ...{ kind: 'user', id, title, detail, organizationIds },
});

beforeEach(async () => {
  await db().searchDocument.deleteMany();
  await writeDocuments(
    'production',
    [
      organization('org_1', 'Heronsgate Rail', 'crm-4711'),
      organization('org_2', 'Rail & Heron Partners'),
      organization('org_3', 'Great Heronry'),
      organization('org_4', 'Zürich Überland'),
      user('usr_1', 'Jane Heron', 'jane@heronsgate.example', ['org_1', 'org_3']),
      user('usr_2', 'Nobody’s', 'alone@nowhere.example', []),
      { kind: 'api_key', id: 'apit_1', organizationIds: ['org_2'], title: 'Nightly', exact: ['9f3c'] },
      {
        kind: 'environment_role',
        id: 'auditor',
        ref: 'auditor',
        organizationIds: sharedWithAll,
        title: 'Auditor',
      },
    ],
    new Date(),
  );
  await writeDocuments('development', [organization('org_9', 'Heronsgate Trial')], new Date());
});

describe('what is found', () => {
  it('ranks the beginning of the name before the beginning of a word and the middle, customers first', async () => {
    expect(await titles('heron')).toEqual([
      'Heronsgate Rail',
      'Great Heronry',
      'Rail & Heron Partners',
      'Jane Heron',
    ]);
  });

  it('puts the whole name and the whole id first', async () => {
    await writeDocuments('production', [organization('org_5', 'Rail')], new Date());
    expect((await titles('rail'))[0]).toBe('Rail');
    expect((await find('CRM-4711'))[0]).toMatchObject({ id: 'org_1', isExact: true });
    expect(await find('9f3c')).toMatchObject([
      { kind: 'api_key', id: 'apit_1', organizationId: 'org_2', organizationName: 'Rail & Heron Partners' },
    ]);
    expect(await find('jane@Heronsgate.example')).toMatchObject([{ id: 'usr_1', isExact: true }]);
  });

  it('takes words in any order, two letters, letters without accents, and a slip of the pen', async () => {
    expect(await titles('rail herons')).toEqual(['Heronsgate Rail']);
    expect(await titles('ub')).toEqual(['Zürich Überland']);
    expect(await titles('zurich')).toEqual(['Zürich Überland']);
    expect((await titles('heronsgat rial')).length).toBeGreaterThan(0);
    expect(await titles('%_')).toEqual([]);
    expect(await titles('x')).toEqual([]);
  });

  it('keeps to the environment', async () => {
    expect(await titles('trial')).toEqual([]);
  });

  it('looks at the ids in an address, and never for a secret', async () => {
    const url = 'https://app.scalekit.com/organizations/org_176543210000000001?user=usr_176543210000000002';
    await writeDocuments('production', [organization('org_176543210000000001', 'Northwharf')], new Date());
    expect(await titles(url)).toEqual(['Northwharf']);
    expect(await titles('skapi_live_9f8e7d6c5b4a39281706f5e4d3c2b1a0')).toEqual([]);
  });
});

describe('somebody limited to some customers', () => {
  const limited = testPrincipal({ customers: new Set(['org_3']) });

  it('finds theirs, shared people under their own customer, and what all share', async () => {
    expect(await titles('heron', limited)).toEqual(['Great Heronry', 'Jane Heron']);
    expect(await find('jane', limited)).toMatchObject([
      { organizationId: 'org_3', organizationName: 'Great Heronry' },
    ]);
    expect(await titles('auditor', limited)).toEqual(['Auditor']);
  });

  it('finds nothing else, by whatever words', async () => {
    for (const text of ['org_1', 'crm-4711', '9f3c', 'apit_1', 'alone@nowhere.example', 'usr_2', 'rail'])
      expect(await titles(text, limited)).toEqual([]);
  });

  it('sees no pages and forms that touch every customer', async () => {
    const pages = async (principal: Principal) =>
      (await runQuery(readPaletteHome.definition, 'production', principal, {})).pages.map(
        ({ label }) => label,
      );
    expect(await pages(testPrincipal())).toContain('Create organization');
    expect(await pages(limited)).not.toContain('Create organization');
    expect(await pages(limited)).not.toContain('System');
    expect(await pages(testPrincipal({ role: 'viewer' }))).not.toContain('Token inspector');
  });
});

it('answers two letters from the index, without a walk through the table', async () => {
  await db().$executeRaw`
    INSERT INTO search_document (environment, kind, id, organization_ids, title, search_text, exact, as_of)
    SELECT 'production', 'user', 'usr_' || 100 + n, '{}', 'x', ' person ' || md5(n::text), ARRAY['usr_' || 100 + n], now()
    FROM generate_series(1, 3000) n`;
  await db().$executeRaw`ANALYZE search_document`;
  const before = await scans();
  expect(await titles('zq')).toEqual([]);
  expect(await scans()).toBe(before);
});

async function scans(): Promise<number> {
  await db().$executeRaw`SELECT pg_stat_force_next_flush()`;
  const [row] = await db().$queryRaw<{ seq_tup_read: bigint }[]>`
    SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'search_document'`;
  return Number(row?.seq_tup_read ?? 0);
}

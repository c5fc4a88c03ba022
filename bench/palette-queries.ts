import '../tests/setup/settings';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { searchParameters, searchSql } from '@/lib/features/palette/find-in-index';
import { findAnything } from '@/lib/features/palette/queries';
import { readPaste } from '@/lib/paste';
import { runQuery } from '@/lib/server/define-query';

/**
 * Names and parts of them, misses, two letters, e-mails, domains, ids, external ids, keys: by id, by the last four
 * characters (one that is there, one that is not), and whole.
 */
const texts = [
  ...['heron', 'herongate rail', 'north', 'quarryfield', 'silver mining', 'glass', 'copperport'],
  ...['jane', 'omar heron', 'yusuf', 'example', 'com', 'nightly export', 'okta'],
  ...['qqqq', 'nothing like this', 'xylophone', 'herongaet', '00000'],
  ...['he', 'no', 'ja', 'ri', 'zq', 'ex', '42'],
  ...['jane@herongate1.example', 'nobody@nowhere.example', 'tara@'],
  ...['northgate21.example', 'nowhere.example'],
  ...['org_170000000000000042', 'usr_170000000000000420', 'conn_170000000000000007', 'org_999'],
  ...['crm-4711', 'apit_170000000000000086', 'eca2', 'k3yz', 'Zk3vR8-q1LmX0pTy7uWcE2sBnJ4hDfG6aKiQoVtY9z'],
];
const rounds = 20;

const principal: Principal = {
  ...{ staffId: '00000000-0000-0000-0000-000000000000', email: 'sam@keydesk.test', name: 'Sam' },
  ...{ role: 'support', customers: 'all', sessionId: 'bench', inProduction: true, authTime: null },
};

// The settings above name a database that nobody has.
process.env.DATABASE_URL = process.env.BENCH_DATABASE_URL;
if (texts.length !== 40) throw new Error(`The list holds ${texts.length} queries`);
const client = new pg.Client({ connectionString: process.env.DATABASE_URL, options: '-c TimeZone=UTC' });
await client.connect();

// A whole key is in no statement: it goes to Scalekit's `tokens:validate`, which is not timed here. What counts of it is
// our own way up to there, beside a bare statement that there is none of.
const isKey = (text: string) => readPaste(text).form === 'secret';
const measures = {
  bare: async (text: string) =>
    isKey(text) ? null : client.query(searchSql, searchParameters('production', text, principal)),
  query: (text: string) => runQuery(findAnything.definition, 'production', principal, { text }),
};
const times: Record<keyof typeof measures, number[]> = { bare: [], query: [] };
const slowest = new Map<string, number>();

for (let round = -2; round < rounds; round += 1) {
  for (const text of texts) {
    const order = round % 2 === 0 ? (['bare', 'query'] as const) : (['query', 'bare'] as const);
    for (const name of order) {
      const begun = performance.now();
      await measures[name](text);
      const took = performance.now() - begun;
      // The first rounds compile and fill the caches.
      if (round < 0) continue;
      times[name].push(took);
      if (name === 'query') slowest.set(text, Math.max(took, slowest.get(text) ?? 0));
    }
  }
}

let capped = 0;
for (const text of texts.filter((one) => !isKey(one))) {
  const [environment, kinds, owners, whole, patterns, similar] = searchParameters(
    'production',
    text,
    principal,
  );
  const { rows } = await client.query(
    'SELECT count(*)::int AS n FROM search_candidates($1, $2, $3, $4, $5, $6)',
    [...[environment, kinds, owners, whole, patterns, similar]],
  );
  capped = Math.max(capped, rows[0].n);
}

const p95 = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
const [bare, query] = [p95(times.bare), p95(times.query)];
for (const [text, took] of [...slowest].sort((a, b) => b[1] - a[1]).slice(0, 3)) {
  process.stderr.write(`slowest: “${text}” ${took.toFixed(1)} ms\n`);
}
process.stdout.write(JSON.stringify({ ratio: query / bare, bare, query, capped }));
await client.end();
await db().$disconnect();

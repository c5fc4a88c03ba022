import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../scripts/postgres/start-postgres';
import type { Figure } from './figure';
import { seedPalette } from './palette-seed';
import { report } from './start-console';

/*
 * What the palette's search costs beside its own SQL, over 10,000 customers with 100,000 users.
 *
 * The rows are as many and as large as in the emulator's `large` scenario, and put in by SQL: to bring the scenario itself
 * into the index takes a walk of 51,500 calls, hours within the budget, and what is compared here is one statement with
 * what is around it, on the same rows.
 *
 * A process of its own runs forty fixed queries in twenty rounds, each once as the bare statement over a plain connection
 * and once inside the server query with parsing, permission and scope; the two take turns in who comes first. The figure
 * is the 95th percentile of the one over that of the other. The milliseconds go to standard error.
 */
type Measured = { ratio: number; bare: number; query: number; capped: number };

/** Measures the palette's search against the bare statement. */
export async function measurePalette(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-bench-'));
  const server = await startPostgres({ folder, parameters: { fsync: 'off' } });
  try {
    const client = new pg.Client({ connectionString: server.url('postgres') });
    await client.connect();
    for (const script of await readMigrations()) await client.query(script);
    await seedPalette(client);
    await client.end();
    report('10,000 customers and 100,000 users are seeded');
    const flags = ['--import', 'tsx', 'bench/palette-queries.ts'];
    // Outside of Next, `server-only` is what it is in the tests: nothing.
    const tsconfig = { TSX_TSCONFIG_PATH: 'bench/tsconfig.json' };
    const env = { ...process.env, ...tsconfig, BENCH_DATABASE_URL: server.url('postgres') };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, flags, { env });
    for (const line of stderr.trim().split('\n').filter(Boolean)) report(line.trim());
    const { ratio, bare, query, capped } = JSON.parse(stdout) as Measured;
    report(
      `p95 ${query.toFixed(1)} ms in the query, ${bare.toFixed(1)} ms as bare SQL; 50 is what we want to see`,
    );
    return [
      { name: 'palette.p95', value: ratio, atMost: 2 },
      { name: 'palette.candidates', value: capped, atMost: 600, decimals: 0 },
    ];
  } finally {
    await server.stop();
    await rm(server.folder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

async function readMigrations(): Promise<string[]> {
  const folder = 'prisma/migrations';
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(names.sort().map((name) => readFile(join(folder, name, 'migration.sql'), 'utf8')));
}

import '../tests/setup/settings';
import pg from 'pg';
import { activityFilter } from '@/lib/activity/filter';
import { exportPages } from '@/lib/features/activity/export/export-pages';

/*
 * A process of its own, since what reads the cache is for servers only: `export-rows.ts <database url>`. Prints the
 * seconds of an export and of a bare COPY of the same rows, taking turns, and how far the export's memory rose above idle.
 */
const rounds = 3;
process.env.DATABASE_URL = process.argv[2];
const selection = {
  environment: 'production',
  customers: 'all' as const,
  mayReadStaff: false,
  filter: activityFilter.parse({}),
};

async function exported(): Promise<{ rows: number; peakMiB: number }> {
  globalThis.gc?.();
  const idle = process.memoryUsage.rss();
  let [rows, peak] = [0, idle];
  for await (const page of exportPages(selection, 'csv')) {
    rows += page.rows;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  return { rows, peakMiB: (peak - idle) / 2 ** 20 };
}

const client = new pg.Client({ connectionString: process.argv[2] });
await client.connect();
// Without a reader of its own, `pg` takes the rows in and drops them.
const copied = () =>
  client.query(
    `COPY (SELECT * FROM activity.entry WHERE environment = 'production' ORDER BY at DESC, id DESC) TO STDOUT (FORMAT csv)`,
  );

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

const result = { rows: 0, peakMiB: 0, export: [] as number[], copy: [] as number[] };
for (let round = -1; round < rounds; round += 1) {
  const own = await seconds(async () => {
    const { rows, peakMiB } = await exported();
    result.rows = rows;
    result.peakMiB = Math.max(result.peakMiB, peakMiB);
  });
  const bare = await seconds(copied);
  if (round < 0) continue;
  result.export.push(own);
  result.copy.push(bare);
}
await client.end();
process.stdout.write(JSON.stringify(result));
process.exit(0);

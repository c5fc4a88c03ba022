import '../tests/setup/settings';
import { emptyFilter } from '@/lib/activity/filter';
import { db } from '@/lib/db';
import { readPage } from '@/lib/features/activity/read-page';
import { activityPageSize } from '@/lib/features/activity/schema';

/*
 * A process of its own, since what reads the cache is for servers only: `audit-pages.ts <database url>`. Prints, for each
 * filter, the median milliseconds of its first and its 100th page, each with its rules, its filter and
 * all four streams. `bare` is the query that one would write without any of this, through the same client.
 */
const rounds = 41;
const until = '2026-11-01';
const filters: Record<string, Partial<typeof emptyFilter>> = {
  none: {},
  organization: { organization: 'org_3' },
  type: { type: 'user.login' },
  'two types': { type: 'user.login,role.updated' },
  connection: { connection: 'conn_3' },
  text: { text: 'person' },
};

process.env.DATABASE_URL = process.argv[2];
const read = (filter: object, pageToken = '') =>
  readPage(
    {
      environment: 'production',
      customers: 'all',
      mayReadStaff: true,
      filter: { ...emptyFilter, until, ...filter },
    },
    pageToken,
    activityPageSize,
  );

const bare = (place: { at: string; id: string }) => db().$queryRaw`
  SELECT * FROM activity.entry
  WHERE environment = 'production' AND at <= ${place.at}::timestamptz AND (at, id) < (${place.at}::timestamptz, ${place.id})
  ORDER BY at DESC, id DESC LIMIT ${activityPageSize + 1}`;

async function tokenOf100th(filter: object): Promise<string> {
  let token = '';
  for (let page = 1; page < 100; page += 1) token = (await read(filter, token)).nextToken ?? token;
  return token;
}

function placeOf(token: string): { at: string; id: string } {
  const [at = '', , id = ''] = token.replace('older:', '').split('~');
  return { at, id };
}

const cases: Record<string, () => Promise<unknown>> = {};
for (const [name, filter] of Object.entries(filters)) {
  const token = await tokenOf100th(filter);
  cases[`${name}, first page`] = () => read(filter);
  cases[`${name}, 100th page`] = () => read(filter, token);
  if (name === 'none') {
    cases['bare, first page'] = () => bare({ at: `${until}T00:00:00Z`, id: '' });
    cases['bare, 100th page'] = () => bare(placeOf(token));
  }
}

const times: Record<string, number[]> = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
// They take turns, so that a busy moment of the machine hits all alike.
for (let round = -3; round < rounds; round += 1) {
  for (const [name, run] of Object.entries(cases)) {
    const began = performance.now();
    await run();
    if (round >= 0) times[name]?.push(performance.now() - began);
  }
}
const medians = Object.entries(times).map(([name, all]) => [name, all.sort((a, b) => a - b)[rounds >> 1]]);
process.stdout.write(JSON.stringify(Object.fromEntries(medians)));
await db().$disconnect();

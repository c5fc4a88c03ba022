import '../tests/setup/settings';
import { emptyFilter } from '@/lib/activity/filter';
import { db } from '@/lib/db';
import { readPage } from '@/lib/features/activity/read-page';
import { activityPageSize } from '@/lib/features/activity/schema';
import { Prisma } from '@/lib/generated/prisma/client';

/*
 * A process of its own, since what reads the cache is for servers only: `audit-pages.ts <database url>`. Prints, for each
 * filter, the median milliseconds of its first and its 100th page, each with its rules, its filter and
 * all four streams; and of `bare`, the query with the same filter that one would write without any of this, over the
 * cache alone and through the same client.
 */
const rounds = 41;
const until = '2026-11-01';
type Case = { filter: Partial<typeof emptyFilter>; bare: Prisma.Sql };
const filters: Record<string, Case> = {
  none: { filter: {}, bare: Prisma.sql`true` },
  organization: { filter: { organization: 'org_3' }, bare: Prisma.sql`organization_id = 'org_3'` },
  type: { filter: { type: 'user.login' }, bare: Prisma.sql`type = 'user.login'` },
  'two types': {
    filter: { type: 'user.login,role.updated' },
    bare: Prisma.sql`type IN ('user.login', 'role.updated')`,
  },
  connection: { filter: { connection: 'conn_3' }, bare: Prisma.sql`connection_id = 'conn_3'` },
  person: { filter: { user: 'usr_7' }, bare: Prisma.sql`user_id = 'usr_7'` },
  address: { filter: { user: 'person7@acme.test' }, bare: Prisma.sql`email = 'person7@acme.test'` },
  'customer and outcome': {
    filter: { organization: 'org_3', outcome: 'failed' },
    bare: Prisma.sql`organization_id = 'org_3' AND outcome = 'failed'`,
  },
  outcome: { filter: { outcome: 'failed' }, bare: Prisma.sql`outcome = 'failed'` },
  text: { filter: { text: 'person' }, bare: Prisma.sql`position('person' in words) > 0` },
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

const bareRead = (condition: Prisma.Sql, { at, id }: { at: string; id: string }) => db().$queryRaw`
  SELECT * FROM activity.entry
  WHERE environment = 'production' AND ${condition} AND at <= ${at}::timestamptz AND (at, id) < (${at}::timestamptz, ${id})
  ORDER BY at DESC, id DESC LIMIT ${activityPageSize + 1}`;

/** Null where a filter leaves fewer pages. */
async function tokenOf100th(filter: object): Promise<string | null> {
  let token: string | null = '';
  for (let page = 1; page < 100 && token !== null; page += 1) token = (await read(filter, token)).nextToken;
  return token;
}

function placeOf(token: string): { at: string; id: string } {
  const [at = '', , id = ''] = token.replace('older:', '').split('~');
  return { at, id };
}

const cases: Record<string, () => Promise<unknown>> = {};
for (const [name, { filter, bare }] of Object.entries(filters)) {
  const token = await tokenOf100th(filter);
  cases[`${name}, first page`] = () => read(filter);
  cases[`bare ${name}, first page`] = () => bareRead(bare, { at: `${until}T00:00:00Z`, id: '' });
  if (token === null) continue;
  const hundredth = placeOf(token);
  cases[`${name}, 100th page`] = () => read(filter, token);
  cases[`bare ${name}, 100th page`] = () => bareRead(bare, hundredth);
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

import '../tests/setup/settings';
import { emptyFilter } from '@/lib/activity/filter';
import { db } from '@/lib/db';
import { readPage } from '@/lib/features/activity/read-page';
import { activityPageSize } from '@/lib/features/activity/schema';
import { Prisma } from '@/lib/generated/prisma/client';

/*
 * A process of its own, since what reads the cache is for servers only: `audit-pages.ts <database url>`. Prints, for each
 * filter, the median milliseconds of its first and its 100th page, each with its rules, its filter and
 * all four streams; and of `bare`, the keyset query with the same filter that one would write without any of this, through
 * the same client and with the same columns: of the cache, and of the staff log where the filter leaves acts of staff.
 */
const rounds = 41;
const until = '2026-11-01';
type Case = { filter: Partial<typeof emptyFilter>; bare: Prisma.Sql; staff?: Prisma.Sql };
const hasFailed = Prisma.sql`EXISTS (
  SELECT FROM staff_log AS o WHERE o.intent_id = s.id AND o.kind = 'outcome' AND o.outcome = 'failed')`;
const filters: Record<string, Case> = {
  none: { filter: {}, bare: Prisma.sql`true`, staff: Prisma.sql`true` },
  organization: {
    filter: { organization: 'org_3' },
    bare: Prisma.sql`organization_id = 'org_3'`,
    staff: Prisma.sql`organization_id = 'org_3'`,
  },
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
    staff: Prisma.sql`organization_id = 'org_3' AND ${hasFailed}`,
  },
  outcome: { filter: { outcome: 'failed' }, bare: Prisma.sql`outcome = 'failed'`, staff: hasFailed },
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

function bareRead({ bare, staff }: Case, { at, id }: { at: string; id: string }) {
  const walk = (from: Prisma.Sql, condition: Prisma.Sql, key: Prisma.Sql) => Prisma.sql`
    (${from} WHERE environment = 'production' AND ${condition} AND at <= ${at}::timestamptz
       AND (at, ${key}) < (${at}::timestamptz, ${id})
     ORDER BY at DESC, ${key} DESC LIMIT ${activityPageSize + 1})`;
  const columns = Prisma.sql`SELECT at, id, stream, type, source, outcome, organization_id, connection_id, user_id, email,
    target_type, target_id, auth_request_id, actor, data`;
  const cache = walk(Prisma.sql`${columns} FROM activity.entry`, bare, Prisma.sql`id`);
  if (!staff) return db().$queryRaw(cache);
  const acts = Prisma.sql`SELECT at, id::text, 'staff', action, 'staff', kind, organization_id, NULL, NULL, NULL,
    target_type, target_id, NULL, actor_email, details FROM staff_log AS s`;
  const of = Prisma.sql`kind <> 'outcome' AND ${staff}`;
  return db().$queryRaw`${cache} UNION ALL ${walk(acts, of, Prisma.sql`s.id::text`)}
    ORDER BY at DESC, id DESC LIMIT ${activityPageSize + 1}`;
}

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
for (const [name, one] of Object.entries(filters)) {
  const { filter } = one;
  const token = await tokenOf100th(filter);
  cases[`${name}, first page`] = () => read(filter);
  cases[`bare ${name}, first page`] = () => bareRead(one, { at: `${until}T00:00:00Z`, id: '' });
  if (token === null) continue;
  const hundredth = placeOf(token);
  cases[`${name}, 100th page`] = () => read(filter, token);
  cases[`bare ${name}, 100th page`] = () => bareRead(one, hundredth);
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

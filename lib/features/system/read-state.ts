import 'server-only';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import { bossSchema } from '@/lib/jobs/boss';
import type { MigrationState, QueueState } from './schema';

/** The server's own version, `15.18`. */
export async function readPostgresVersion(): Promise<string> {
  const [row] = await db().$queryRaw<
    { version: string }[]
  >`SELECT current_setting('server_version') AS version`;
  return row?.version ?? 'not known';
}

/** Which migrations ran, by the table that `db:migrate` keeps; null where it was never used. */
export async function readMigrations(): Promise<MigrationState | null> {
  if (!(await tableExists('_prisma_migrations'))) return null;
  const rows = await db().$queryRaw<{ name: string; finished: boolean }[]>`
    SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations
    WHERE rolled_back_at IS NULL ORDER BY migration_name`;
  const applied = rows.filter(({ finished }) => finished);
  return {
    applied: applied.length,
    last: applied.at(-1)?.name ?? null,
    unfinished: rows.filter(({ finished }) => !finished).map(({ name }) => name),
  };
}

/** What waits in the queue and whether anybody takes it; null before the queue's first start. */
export async function readQueue(): Promise<QueueState | null> {
  if (!(await tableExists(`${bossSchema}.job`))) return null;
  const job = Prisma.raw(`${bossSchema}.job`);
  const [row] = await db().$queryRaw<QueueState[]>`
    SELECT count(*) FILTER (WHERE state IN ('created', 'retry') AND start_after <= now())::int AS waiting,
      count(*) FILTER (WHERE state = 'active')::int AS working,
      count(*) FILTER (WHERE state = 'failed')::int AS failed,
      count(*) FILTER (WHERE state IN ('created', 'retry') AND start_after < now() - interval '1 minute')::int
        AS overdue
    FROM ${job}`;
  return row ?? null;
}

async function tableExists(name: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ found: boolean }[]>`SELECT to_regclass(${name}) IS NOT NULL AS found`;
  return row?.found ?? false;
}

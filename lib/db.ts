import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from '@/lib/env';
import { PrismaClient } from '@/lib/generated/prisma/client';

// On the global object, since Next bundles this module more than once and reloads it in development.
const holder = globalThis as typeof globalThis & { keydeskDb?: PrismaClient; keydeskPool?: pg.Pool };

/**
 * The Postgres client of this process, over one pool of at most 10 connections, opened on first use.
 * Statements are given up after 30 seconds, a connection that cannot be had after 5.
 */
export function db(): PrismaClient {
  holder.keydeskDb ??= new PrismaClient({
    adapter: new PrismaPg(pool(), { disposeExternalPool: true }),
    // The other formats quote the query's values in the message.
    errorFormat: 'minimal',
  });
  return holder.keydeskDb;
}

/** The pool below `db()`, for the few statements whose speed counts: Prisma takes longer over a large one than Postgres. */
export function pool(): pg.Pool {
  holder.keydeskPool ??= openPool();
  return holder.keydeskPool;
}

function openPool(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env().DATABASE_URL,
    application_name: 'keydesk',
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 30_000,
    keepAlive: true,
    // The adapter drops the offset of a timestamptz, so a session in another zone would shift every time.
    // A page is many small queries: a second worker takes longer to start than they last.
    options: '-c TimeZone=UTC -c max_parallel_workers_per_gather=0',
  });
  // An idle connection that Postgres ends is taken out by the pool; without a listener it would end the process.
  opened.on('error', () => {});
  return opened;
}

import 'server-only';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import type { KeptGroup } from './schema';
import { otherTables, tableGroups } from './table-groups';

type Measured = { name: string; rows: number; bytes: number; since: Date | null };

const sinceColumns = new Map(
  tableGroups.flatMap(({ tables }) => tables.map(({ table, since }) => [table, since] as const)),
);

/** Rows, sizes and the oldest row of everything that our schema holds, by group. Two statements. */
export async function measureStore(): Promise<KeptGroup[]> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tablename NOT LIKE '\\_prisma%' ORDER BY tablename`;
  const measured = await db().$queryRaw<Measured[]>(
    Prisma.join(
      tables.map(({ name }) => measureOf(name)),
      ' UNION ALL ',
    ),
  );
  const isKnown = ({ name }: Measured) => sinceColumns.has(name);
  const groups = tableGroups.map(({ name, rule, tables: own }) =>
    addUp(
      { name, rule },
      measured.filter((one) => own.some(({ table }) => table === one.name)),
    ),
  );
  const rest = measured.filter((one) => !isKnown(one));
  return rest.length > 0 ? [...groups, addUp(otherTables, rest)] : groups;
}

/** The names are Postgres's own and ours, never anybody's input; quoted all the same. */
function measureOf(table: string): Prisma.Sql {
  const column = sinceColumns.get(table);
  const since = column ? `min(${quote(column)})` : 'NULL';
  const name = `'${table.replaceAll("'", "''")}'`;
  return Prisma.raw(
    `SELECT ${name} AS name, count(*)::float8 AS rows, ${since}::timestamptz AS since,
       pg_total_relation_size(to_regclass(quote_ident(${name})))::float8 AS bytes FROM ${quote(table)}`,
  );
}

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

function addUp(group: { name: string; rule: string }, tables: Measured[]): KeptGroup {
  const times = tables.flatMap(({ since }) => (since ? [since.getTime()] : []));
  return {
    ...group,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0),
    since: times.length > 0 ? new Date(Math.min(...times)).toISOString() : null,
  };
}

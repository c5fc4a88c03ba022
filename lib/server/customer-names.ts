import 'server-only';
import { db } from '@/lib/db';

/** The names of these customers (id to name), as the snapshots know them, else the search index. No call. */
export async function readCustomerNames(environment: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<{ id: string; name: string }[]>`
    SELECT asked.id, COALESCE(own.name, indexed.title) AS name FROM unnest(${ids}::text[]) AS asked(id)
    LEFT JOIN organization_snapshot AS own ON own.environment = ${environment}
      AND own.organization_id = asked.id AND own.part = 'organization' AND own.object_id = asked.id
      AND own.ended_at IS NULL
    LEFT JOIN search_document AS indexed ON indexed.environment = ${environment}
      AND indexed.kind = 'organization' AND indexed.id = asked.id AND NOT indexed.removed
    WHERE COALESCE(own.name, indexed.title) IS NOT NULL`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

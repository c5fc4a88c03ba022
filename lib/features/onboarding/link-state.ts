import 'server-only';
import { db } from '@/lib/db';
import { usableLink } from '@/lib/server/usable-links';
import type { LiveState } from './live-state';

type LinkState = NonNullable<LiveState['links']>;
type Row = { id: string; created: number; usable: number; openedAt: Date | null };

const none: LinkState = { created: 0, usable: 0, openedAt: null };

/**
 * How far the portal links of each of these organizations have come, in one statement. Organizations without a link are
 * told with zeros. Source: Keydesk's own records.
 */
export async function readLinkState(environment: string, ids: string[]): Promise<(id: string) => LinkState> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT link.organization_id AS id, count(*)::int AS created,
      (count(*) FILTER (WHERE ${usableLink()}))::int AS usable, max(opened.at) AS "openedAt"
    FROM portal_link AS link
    LEFT JOIN LATERAL (
      SELECT max(at) AS at FROM portal_link_open WHERE link_id = link.id AND outcome = 'opened'
    ) AS opened ON true
    WHERE link.environment = ${environment} AND link.organization_id = ANY(${ids})
    GROUP BY link.organization_id`;
  const states = new Map(
    rows.map(({ id, openedAt, ...counts }) => [id, { ...counts, openedAt: openedAt?.toISOString() ?? null }]),
  );
  return (id) => states.get(id) ?? none;
}

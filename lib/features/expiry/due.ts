import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { type ExpiringKind, shownAfterDays } from './schema';

const dayMs = 86_400_000;

/** Whose, and when: what runs out within so many days from now, or what has run out (`past`). */
export type Due = {
  environment: string;
  /** Ids of customers; null: all of them. */
  limited: string[] | null;
  past: boolean;
  within: number;
  kind?: ExpiringKind;
};

/** A row of the statement below. */
export type DueRow = {
  organizationId: string;
  organizationName: string;
  kind: ExpiringKind;
  id: string;
  name: string;
  expiresAt: Date;
  placeId: string | null;
  seenAt: Date | null;
  key: string;
};

/**
 * The statement behind all that is said of all customers: what the snapshots know, and our own links. What ran out is
 * told for thirty days; a certificate until another one of its connection is valid, for it keeps people out. A link of
 * ours that ran out is not told: it is made anew where it is wanted.
 */
export function dueSql({ environment, limited, past, within, kind }: Due): Prisma.Sql {
  const now = new Date();
  const mine = limited ? Prisma.sql`AND organization_id = ANY(${limited})` : Prisma.empty;
  const ofKind = kind ? Prisma.sql`AND kept.kind = ${kind}` : Prisma.empty;
  const snapshots = (span: Prisma.Sql) => Prisma.sql`
    SELECT organization_id AS "organizationId", kept.kind, kept.id, kept.name, kept.expires_at AS "expiresAt",
      kept.object_id AS "placeId", kept.part, NULL AS given,
      kept.kind || ':' || organization_id || ':' || kept.object_id || ':' || kept.id AS key
    FROM snapshot_expiry AS kept
    WHERE kept.environment = ${environment} AND ${span} ${mine} ${ofKind}
      AND NOT (kept.kind = 'invitation' AND EXISTS (
        SELECT 1 FROM search_document AS person WHERE person.environment = kept.environment
          AND person.kind = 'user' AND person.id = kept.id AND person.removed))`;
  if (past) {
    const since = new Date(now.getTime() - shownAfterDays * dayMs);
    return snapshots(Prisma.sql`kept.expires_at < ${now} AND (
      kept.kind <> 'certificate' AND kept.expires_at >= ${since}
      OR kept.kind = 'certificate' AND NOT EXISTS (
        SELECT 1 FROM snapshot_expiry AS other
        WHERE other.environment = kept.environment AND other.organization_id = kept.organization_id
          AND other.part = kept.part AND other.object_id = kept.object_id AND other.kind = 'certificate'
          AND other.expires_at >= ${now}))`);
  }
  const until = new Date(now.getTime() + within * dayMs);
  const links = (name: ExpiringKind, columns: Prisma.Sql, table: Prisma.Sql) =>
    kind === undefined || kind === name
      ? Prisma.sql`UNION ALL SELECT ${columns}, ${name} || ':' || id FROM ${table}
          WHERE environment = ${environment} AND expires_at >= ${now} AND expires_at < ${until}
            AND revoked_at IS NULL AND open_count < open_limit ${mine}`
      : Prisma.empty;
  return Prisma.sql`
    ${snapshots(Prisma.sql`kept.expires_at >= ${now} AND kept.expires_at < ${until}`)}
    ${links(
      'portal_link',
      Prisma.sql`organization_id, 'portal_link', id::text, COALESCE(NULLIF(note, ''), 'without a note'), expires_at,
        NULL, NULL, organization_name`,
      Prisma.sql`portal_link`,
    )}
    ${links(
      'account_link',
      Prisma.sql`COALESCE(organization_id, ''), 'account_link', id::text, provider, expires_at, account_id, NULL, NULL`,
      Prisma.sql`account_link`,
    )}`;
}

/**
 * The rows of `page` (some of `dueSql`) with the names that people know and the moment of the last whole look. A person
 * is named by the search index alone, where an erased one is gone.
 */
export function namedSql(environment: string, page: Prisma.Sql, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH page AS (${page})
    SELECT page."organizationId", page.kind, page.id, COALESCE(person.title, page.name) AS name, page."expiresAt",
      page."placeId", page.key, COALESCE(version.read_at, version.seen_at) AS "seenAt",
      COALESCE(own.name, indexed.title, page.given, page."organizationId") AS "organizationName"
    FROM page
    LEFT JOIN organization_snapshot AS version ON version.environment = ${environment}
      AND version.organization_id = page."organizationId" AND version.part = page.part
      AND version.object_id = page."placeId" AND version.ended_at IS NULL
    LEFT JOIN organization_snapshot AS own ON own.environment = ${environment}
      AND own.organization_id = page."organizationId" AND own.part = 'organization'
      AND own.object_id = page."organizationId" AND own.ended_at IS NULL
    LEFT JOIN search_document AS indexed ON indexed.environment = ${environment} AND indexed.kind = 'organization'
      AND indexed.id = page."organizationId" AND NOT indexed.removed
    LEFT JOIN search_document AS person ON page.kind = 'invitation' AND person.environment = ${environment}
      AND person.kind = 'user' AND person.id = page.id AND NOT person.removed
    ORDER BY ${order}`;
}

/** A row as pages show it. */
export const toQueued = ({ key: _key, expiresAt, seenAt, ...row }: DueRow) => ({
  ...row,
  expiresAt: expiresAt.toISOString(),
  seenAt: seenAt?.toISOString() ?? null,
});

import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { Prisma } from '@/lib/generated/prisma/client';
import { defineQuery } from '@/lib/server/define-query';
import {
  type ExpiringKind,
  type ExpiryQueue,
  expiryQueueInput,
  expiryQueuePageSize,
  shownAfterDays,
} from './schema';

const dayMs = 86_400_000;

/**
 * What runs out at all customers, nearest first; for a person limited to some, at those. No call: it reads what the
 * snapshots know and our own portal links. A certificate that ran out stays until it is replaced.
 */
export const listExpiryQueue = defineQuery({
  permission: 'expiry.read',
  input: expiryQueueInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ within, pageToken }, { environment, principal }): Promise<ExpiryQueue> => {
    const limited = principal.customers === 'all' ? null : [...principal.customers];
    const mine = (column: Prisma.Sql) =>
      limited ? Prisma.sql`AND ${column} = ANY(${limited})` : Prisma.empty;
    const place = readToken(pageToken);
    const until = new Date(Date.now() + within * dayMs);
    const since = new Date(Date.now() - shownAfterDays * dayMs);
    const rows = await db().$queryRaw<Row[]>`
      SELECT due.*, own.name AS "organizationName" FROM (
        SELECT kept.organization_id AS "organizationId", kept.kind, kept.id, kept.name, kept.expires_at AS "expiresAt",
          kept.object_id AS "placeId", version.seen_at AS "seenAt",
          kept.kind || ':' || kept.organization_id || ':' || kept.object_id || ':' || kept.id AS key
        FROM snapshot_expiry AS kept
        LEFT JOIN organization_snapshot AS version ON version.environment = kept.environment
          AND version.organization_id = kept.organization_id AND version.part = kept.part
          AND version.object_id = kept.object_id AND version.ended_at IS NULL
        WHERE kept.environment = ${environment} AND kept.expires_at < ${until} ${mine(Prisma.sql`kept.organization_id`)}
          AND (kept.kind = 'certificate' OR kept.expires_at >= ${since})
        UNION ALL
        SELECT organization_id, 'portal_link', id::text, COALESCE(NULLIF(note, ''), 'without a note'), expires_at,
          NULL, NULL, 'portal_link:' || id
        FROM portal_link
        WHERE environment = ${environment} AND expires_at >= now() AND expires_at < ${until}
          AND revoked_at IS NULL AND open_count < open_limit ${mine(Prisma.sql`organization_id`)}
      ) AS due
      LEFT JOIN organization_snapshot AS own ON own.environment = ${environment}
        AND own.organization_id = due."organizationId" AND own.part = 'organization'
        AND own.object_id = due."organizationId" AND own.ended_at IS NULL
      WHERE ${place ? Prisma.sql`(due."expiresAt", due.key) > (${place.at}, ${place.key})` : Prisma.sql`TRUE`}
      ORDER BY due."expiresAt", due.key
      LIMIT ${expiryQueuePageSize + 1}`;
    const shown = rows.slice(0, expiryQueuePageSize);
    const last = shown.at(-1);
    return {
      rows: shown.map(({ key: _key, expiresAt, seenAt, organizationName, ...row }) => ({
        ...row,
        expiresAt: expiresAt.toISOString(),
        seenAt: seenAt?.toISOString() ?? null,
        organizationName: organizationName ?? row.organizationId,
      })),
      total: null,
      nextToken: rows.length > shown.length && last ? writeToken(last) : null,
      previousToken: null,
      oldest: await readOldest(environment, limited),
    };
  },
});

type Row = {
  organizationId: string;
  organizationName: string | null;
  kind: ExpiringKind;
  id: string;
  name: string;
  expiresAt: Date;
  placeId: string | null;
  seenAt: Date | null;
  key: string;
};

async function readOldest(environment: string, limited: string[] | null): Promise<string | null> {
  const { _min } = await db().organizationSnapshot.aggregate({
    where: {
      ...{ environment, part: 'organization', endedAt: null },
      ...(limited ? { organizationId: { in: limited } } : {}),
    },
    _min: { seenAt: true },
  });
  return _min.seenAt?.toISOString() ?? null;
}

const writeToken = ({ expiresAt, key }: Row) => `${expiresAt.toISOString()} ${key}`;
const token = z.tuple([z.iso.datetime(), z.string().min(1)]);

function readToken(text: string): { at: Date; key: string } | null {
  if (text === '') return null;
  const parsed = token.safeParse([text.slice(0, 24), text.slice(25)]);
  if (!parsed.success)
    throw new AppError('invalid', 'This page of the list does not exist. Go back to the first one.');
  return { at: new Date(parsed.data[0]), key: parsed.data[1] };
}

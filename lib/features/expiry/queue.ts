import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { Prisma } from '@/lib/generated/prisma/client';
import { defineQuery } from '@/lib/server/define-query';
import { countDue, readOldest, sumOf } from './count-due';
import { type DueRow, dueSql, namedSql, toQueued } from './due';
import { type ExpiryQueue, expiryQueueInput, expiryQueuePageSize } from './schema';

/**
 * What runs out at all customers, nearest first, or what has run out, the last first; for a person limited to some, at
 * those. No call: it reads what the snapshots know and our own links.
 */
export const listExpiryQueue = defineQuery({
  permission: 'expiry.read',
  input: expiryQueueInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ within, past, kind, pageToken }, { environment, principal }): Promise<ExpiryQueue> => {
    const limited = principal.customers === 'all' ? null : [...principal.customers];
    const place = readToken(pageToken);
    const due = dueSql({ environment, limited, past, within, kind });
    const beyond = past ? Prisma.sql`<` : Prisma.sql`>`;
    const way = past ? Prisma.sql`DESC` : Prisma.sql`ASC`;
    const page = Prisma.sql`
      SELECT * FROM (${due}) AS due
      WHERE ${place ? Prisma.sql`("expiresAt", key) ${beyond} (${place.at}, ${place.key})` : Prisma.sql`TRUE`}
      ORDER BY "expiresAt" ${way}, key ${way} LIMIT ${expiryQueuePageSize + 1}`;
    const order = Prisma.sql`page."expiresAt" ${way}, page.key ${way}`;
    const [rows, counts, oldest] = await Promise.all([
      db().$queryRaw<DueRow[]>(namedSql(environment, page, order)),
      countDue({ environment, limited, within }),
      readOldest(environment, limited),
    ]);
    const shown = rows.slice(0, expiryQueuePageSize);
    const last = shown.at(-1);
    const kinds = past ? counts.past : counts.ahead;
    return {
      rows: shown.map(toQueued),
      total: sumOf(kind ? kinds.filter((one) => one.kind === kind) : kinds),
      nextToken: rows.length > shown.length && last ? writeToken(last) : null,
      previousToken: null,
      kinds,
      past: sumOf(counts.past),
      oldest,
    };
  },
});

const writeToken = ({ expiresAt, key }: DueRow) => `${expiresAt.toISOString()} ${key}`;
const token = z.tuple([z.iso.datetime(), z.string().min(1)]);

function readToken(text: string): { at: Date; key: string } | null {
  if (text === '') return null;
  const parsed = token.safeParse([text.slice(0, 24), text.slice(25)]);
  if (!parsed.success)
    throw new AppError('invalid', 'This page of the list does not exist. Go back to the first one.');
  return { at: new Date(parsed.data[0]), key: parsed.data[1] };
}

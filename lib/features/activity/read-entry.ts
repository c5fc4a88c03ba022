import 'server-only';
import type { ActivityLine } from '@/lib/activity/line';
import { staffSource } from '@/lib/audit/activity/staff-source';
import { db } from '@/lib/db';
import { entrySource, type Selection } from './branches';
import type { ActivityEntry } from './schema';
import { type LineColumns, lineColumns, selectLines, toLine } from './select-lines';

type Found = LineColumns & { receivedAt: Date | null };

/** The row of this stream and id with its neighbours; null where there is none that this person may see. */
export async function readEntry(
  selection: Selection,
  stream: ActivityLine['stream'],
  id: string,
): Promise<ActivityEntry | null> {
  const found = await (stream === 'staff' ? findAct(selection, id) : findEntry(selection, stream, id));
  if (!found) return null;
  const { receivedAt, ...columns } = found;
  const line = toLine(columns);
  const { customers } = selection;
  if (customers !== 'all' && !(line.organizationId && customers.has(line.organizationId))) return null;
  const [previous, next, before] = await Promise.all([
    neighbour(selection, line, 'older'),
    neighbour(selection, line, 'newer'),
    comparable(selection, line),
  ]);
  return { line, receivedAt: receivedAt?.toISOString() ?? null, previous, next, before };
}

async function findEntry(
  { environment, mayReadStaff }: Selection,
  stream: 'event' | 'login' | 'change',
  id: string,
): Promise<Found | undefined> {
  const [row] = await db().$queryRaw<Found[]>`
    SELECT ${lineColumns}, received_at AS "receivedAt" FROM (${entrySource(stream, mayReadStaff)}
      WHERE environment = ${environment} AND id = ${id} AND at = (
        SELECT at FROM activity.entry_id WHERE environment = ${environment} AND stream = ${stream} AND id = ${id})
    ) AS one`;
  return row;
}

async function findAct({ environment, mayReadStaff }: Selection, id: string): Promise<Found | undefined> {
  if (!mayReadStaff || !/^\d{1,18}$/.test(id)) return undefined;
  const [row] = await db().$queryRaw<Found[]>`
    SELECT ${lineColumns}, received_at AS "receivedAt" FROM (${staffSource}
      WHERE log.environment = ${environment} AND log.kind <> 'outcome' AND log.id = ${BigInt(id)}) AS one`;
  return row;
}

/** The next line of the same target in the same stream; of a login, of the same address. */
async function neighbour(
  selection: Selection,
  { id, stream, targetId, email }: ActivityLine,
  direction: 'older' | 'newer',
): Promise<ActivityLine | null> {
  const about = targetId ? { target: targetId } : stream === 'login' && email ? { user: email } : null;
  if (!about) return null;
  const filter = { ...selection.filter, ...about };
  const [line] = await selectLines({ ...selection, stream, filter }, { direction, id }, 1);
  return line ?? null;
}

/**
 * The event before it whose data has the same fields: of the same object, and of the same type. What creates and what
 * changes an object hold the same.
 */
async function comparable(
  selection: Selection,
  { id, stream, type, targetId }: ActivityLine,
): Promise<ActivityLine | null> {
  if (stream !== 'event' || !targetId) return null;
  const [, noun] = /^(.*[._])(?:created|updated)$/.exec(type) ?? [];
  const types = noun ? [`${noun}created`, `${noun}updated`] : [type];
  const filter = { ...selection.filter, target: targetId, type: types.join(',') };
  const [line] = await selectLines({ ...selection, stream, filter }, { direction: 'older', id }, 1);
  return line ?? null;
}

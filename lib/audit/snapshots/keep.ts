import 'server-only';
import { db } from '@/lib/db';
import type { OrganizationSnapshot, Prisma } from '@/lib/generated/prisma/client';
import { firstAhead, isAhead } from '@/lib/noted-times';
import { insertActivity } from '../activity/insert-activity';
import { type FoundChange, toActivityRow } from './change-row';
import { canonical, compareFields, hashOf } from './compare';
import { findActs } from './find-actor';
import type { Fields, Observation, ObservedObject, SnapshotPart } from './observation';

type Tx = Prisma.TransactionClient;
type Place = { environment: string; organizationId: string; part: SnapshotPart };

/** A version that was seen this lately is not written again for it. */
export const sameForMs = 60_000;
/** Hundreds of keys that are seen for the first time take their time. */
const patience = { maxWait: 10_000, timeout: 30_000 };

// One at a time in a process: each transaction holds a connection while its change rows are written on another.
let lane: Promise<unknown> = Promise.resolve();

/**
 * Keeps what an answer said: new versions of what differs, an end to what is gone, and a row in the activity cache for
 * each difference. What is older than the version that is kept is left out.
 * @param at when the read began
 * @returns how many differences there were
 * @throws Error when Postgres does not answer
 */
export function keepObservation(environment: string, observation: Observation, at: Date): Promise<number> {
  const kept = lane.then(() => keep(environment, observation, at));
  lane = kept.catch(() => {});
  return kept;
}

/** Ends when all that was handed in so far is kept. */
export async function snapshotsKept(): Promise<void> {
  await lane;
}

async function keep(environment: string, observation: Observation, at: Date): Promise<number> {
  const { organizationId, part, objects, complete, gone = [] } = storable(observation);
  const place: Place = { environment, organizationId, part };
  if (objects.length === 0 && !complete && gone.length === 0) return 0;
  return db().$transaction(async (tx) => {
    // Two processes that read the same thing: the second compares with what the first has kept.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`snapshot ${environment} ${organizationId} ${part}`}, 0))`;
    const ids = [...objects.map(({ id }) => id), ...gone];
    const [known, listed] = [
      await tx.organizationSnapshot.findMany({
        where: { ...place, endedAt: null, ...(complete ? {} : { objectId: { in: ids } }) },
      }),
      await tx.snapshotPart.findUnique({ where: { environment_organizationId_part: place } }),
    ];
    const byId = new Map(known.map((one) => [one.objectId, one]));
    const changes: FoundChange[] = [];
    for (const object of objects) {
      const change = await keepObject(tx, place, object, byId.get(object.id), listed?.listedAt ?? null, at);
      if (change) changes.push(change);
    }
    const present = new Set(objects.map(({ id }) => id));
    const missing = known.filter(
      ({ objectId }) => !present.has(objectId) && (complete || gone.includes(objectId)),
    );
    for (const one of missing)
      if (one.seenAt < at || isAhead(one.seenAt)) changes.push(await endObject(tx, place, one, at));
    if (complete) await noteListed(tx, place, at);
    // An invitation that is answered is the members' story, not the configuration's.
    const told = part === 'invitation' ? [] : changes;
    // Before the versions are committed: should that fail, the same pair is found again and has the same id.
    if (told.length > 0) await insertActivity(await toRows(tx, place, told, at));
    return changes.length;
  }, patience);
}

/** The staff log is asked once, over the transaction's own connection, however much has changed. */
async function toRows(tx: Tx, place: Place, changes: FoundChange[], at: Date) {
  const since = new Date(Math.min(...changes.map((change) => change.since.getTime())));
  const acts = await findActs(tx, { ...place, since, at });
  return changes.map((change) => toActivityRow(place.environment, place.organizationId, change, acts));
}

async function keepObject(
  tx: Tx,
  place: Place,
  object: ObservedObject,
  current: OrganizationSnapshot | undefined,
  listedAt: Date | null,
  at: Date,
): Promise<FoundChange | null> {
  const { id: objectId, name, partial = false } = object;
  // Seen in the future is seen before our clock was set back.
  if (current && current.seenAt > at && !isAhead(current.seenAt)) return null;
  const known = (current?.content ?? {}) as Fields;
  const fields = partial ? { ...known, ...object.fields } : object.fields;
  const hash = hashOf(canonical(fields));
  const seen = { seenAt: at, ...(partial ? {} : { readAt: at }) };
  if (!current) {
    const content = fields as Prisma.InputJsonObject;
    await tx.organizationSnapshot.create({
      data: { ...place, objectId, name, content, hash, partial, takenAt: at, ...seen },
    });
    await keepExpiries(tx, place, object);
    // Seen for the first time: new only where all were listed before and it was not among them.
    if (!listedAt || listedAt >= at) return null;
    return {
      verb: 'added',
      ...about(place, object),
      fields: [],
      since: listedAt,
      at,
      pair: ['', `${hash} ${+listedAt}`],
    };
  }
  const isFuller = current.partial && !partial;
  if (hash === current.hash && !isFuller) {
    const last = partial ? current.seenAt : (current.readAt ?? current.takenAt);
    if (at.getTime() - last.getTime() < sameForMs && !isAhead(last)) return null;
    await tx.organizationSnapshot.update({
      where: { id: current.id },
      data: { ...seen, ...dated(current, at) },
    });
    return null;
  }
  const changed = compareFields(known, fields, current.partial);
  const content = fields as Prisma.InputJsonObject;
  const stillPartial = current.partial && partial;
  if (changed.length === 0) {
    await tx.organizationSnapshot.update({
      where: { id: current.id },
      data: { name, content, hash, partial: stillPartial, ...seen, ...dated(current, at) },
    });
    if (!partial) await keepExpiries(tx, place, object);
    return null;
  }
  await tx.organizationSnapshot.update({
    where: { id: current.id },
    data: { endedAt: at, ...dated(current, at) },
  });
  await tx.organizationSnapshot.create({
    data: {
      ...place,
      ...{ objectId, name, content, hash, partial: stillPartial, takenAt: at, seenAt: at },
      readAt: partial ? current.readAt : at,
    },
  });
  if (!partial) await keepExpiries(tx, place, object);
  // A list looked at fewer fields since: the rest may have changed at any time after the last whole look.
  const since = earlier(partial ? current.seenAt : (current.readAt ?? current.takenAt), at);
  return {
    verb: 'changed',
    ...about(place, object),
    fields: changed,
    since,
    at,
    pair: [`${current.id} ${current.hash}`, hash],
  };
}

async function endObject(
  tx: Tx,
  place: Place,
  current: OrganizationSnapshot,
  at: Date,
): Promise<FoundChange> {
  const { objectId, name } = current;
  const since = earlier(current.seenAt, at);
  await tx.organizationSnapshot.update({
    where: { id: current.id },
    data: { endedAt: at, ...dated(current, at) },
  });
  await tx.snapshotExpiry.deleteMany({ where: { ...place, objectId } });
  return {
    verb: 'removed',
    part: place.part,
    objectId,
    name,
    fields: [],
    since,
    at,
    pair: [`${current.id} ${current.hash}`, ''],
  };
}

async function keepExpiries(
  tx: Tx,
  place: Place,
  { id: objectId, expiries = [] }: ObservedObject,
): Promise<void> {
  await tx.snapshotExpiry.deleteMany({ where: { ...place, objectId } });
  if (expiries.length === 0) return;
  const data = expiries.map((one) => ({ ...place, objectId, ...one, expiresAt: new Date(one.expiresAt) }));
  await tx.snapshotExpiry.createMany({ data, skipDuplicates: true });
}

async function noteListed(tx: Tx, place: Place, at: Date): Promise<void> {
  const { environment, organizationId, part } = place;
  const ahead = firstAhead();
  await tx.$executeRaw`
    INSERT INTO snapshot_part (environment, organization_id, part, listed_at)
    VALUES (${environment}, ${organizationId}, ${part}, ${at})
    ON CONFLICT (environment, organization_id, part) DO UPDATE SET
      listed_at = CASE WHEN snapshot_part.listed_at > ${ahead} THEN excluded.listed_at
        ELSE GREATEST(snapshot_part.listed_at, excluded.listed_at) END,
      stale_at = CASE WHEN snapshot_part.stale_at > excluded.listed_at AND snapshot_part.stale_at <= ${ahead}
        THEN snapshot_part.stale_at END`;
}

/** Postgres takes no NUL, and one name that holds it must not stop the walk. */
const storable = (observation: Observation): Observation =>
  JSON.parse(
    JSON.stringify(observation, (_key, value) =>
      typeof value === 'string' ? value.replaceAll('\0', '') : value,
    ),
  );

/** A version from the future was taken now at the latest. */
const dated = ({ takenAt }: OrganizationSnapshot, at: Date) => (isAhead(takenAt) ? { takenAt: at } : {});

const earlier = (one: Date, other: Date) => (one < other ? one : other);

const about = ({ part }: Place, { id: objectId, name }: ObservedObject) => ({ part, objectId, name });

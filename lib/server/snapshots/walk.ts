import 'server-only';
import { forgetSnapshots, pruneSnapshots } from '@/lib/audit/snapshots/forget';
import { keepObservation, sameForMs } from '@/lib/audit/snapshots/keep';
import {
  environmentWide,
  isEnvironmentPart,
  type OrganizationPart,
  type SnapshotPart,
} from '@/lib/audit/snapshots/observation';
import { organizationObject } from '@/lib/audit/snapshots/other-objects';
import { clearStale, nextStale } from '@/lib/audit/snapshots/stale';
import { db } from '@/lib/db';
import { withDatabaseLock } from '@/lib/db-lock';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { SnapshotWalk } from '@/lib/generated/prisma/client';
import { isAhead, isDueAgain, isWaiting } from '@/lib/noted-times';
import { type ScalekitClient, scalekitClient } from '@/lib/scalekit/client';
import { readEnvironment } from './read-environment';
import { readOrganization, walkedParts } from './read-organization';

const hourMs = 3_600_000;
const sliceMs = 4 * 60_000;
const organizationsPerPage = 30;
const shortestWaitMs = 5_000;
const troubleWaitMs = 60_000;
export const longestWaitMs = hourMs;

/** Null: nothing to do for now. A date: not before then. `busy`: another process walks here. */
export type WalkAgain = Date | null | 'busy';

/**
 * Walks some minutes over an environment's organizations, from where the last slice stopped, and reads again what our
 * own writes have made stale. Only one process does so; its calls are paid from the jobs' half of the API budget.
 */
export async function walkSlice(
  environment: string,
  stopping: AbortSignal,
  { forMs = sliceMs } = {},
): Promise<WalkAgain> {
  const slice = await withDatabaseLock(`snapshots ${environment}`, async (lost) => {
    const stop = AbortSignal.any([stopping, lost, AbortSignal.timeout(forMs)]);
    const scalekit = scalekitClient(environment, { priority: 'job' });
    try {
      return { again: await walk(environment, scalekit, stop) };
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      const least = cause.code === 'rate_limited' ? shortestWaitMs : troubleWaitMs;
      const wait = Math.min(longestWaitMs, Math.max(least, cause.retryAfterMs ?? 0));
      const waitUntil = new Date(Date.now() + wait);
      await saveWalk(environment, { waitUntil, notice: cause.message });
      return { again: waitUntil };
    }
  });
  return slice ? slice.again : 'busy';
}

async function walk(environment: string, scalekit: ScalekitClient, stop: AbortSignal): Promise<Date | null> {
  let state = await readWalk(environment);
  if (isWaiting(state.waitUntil, longestWaitMs)) return state.waitUntil;
  const hours = env().SNAPSHOT_WALK_HOURS;
  if (hours === 0 && !isWalking(state) && !state.requestedAt) return null;
  while (!stop.aborted) {
    await refreshStale(environment, scalekit, stop);
    if (stop.aborted) break;
    if (!isWalking(state)) {
      if (!isDue(state, hours)) return null;
      state = await saveWalk(environment, {
        ...{ startedAt: new Date(), finishedAt: null, requestedAt: null },
        ...{ pageToken: '', done: 0, skipped: 0, waitUntil: null, notice: null },
      });
    }
    state = await walkPage(environment, scalekit, state, stop);
  }
  return new Date();
}

/** One that began in the future did so before our clock was set back: it begins again. */
const isWalking = ({ startedAt, finishedAt }: SnapshotWalk) =>
  startedAt !== null && finishedAt === null && !isAhead(startedAt);

/** Asked for by hand a walk begins at once. */
function isDue({ startedAt, requestedAt }: SnapshotWalk, hours: number): boolean {
  if (requestedAt !== null) return true;
  return hours > 0 && isDueAgain(startedAt, hours * hourMs);
}

const isOfOrganization = (part: SnapshotPart): part is OrganizationPart => !isEnvironmentPart(part);

/** What our own staff changed comes before anything else: somebody may be looking at it. */
async function refreshStale(environment: string, scalekit: ScalekitClient, stop: AbortSignal): Promise<void> {
  for (let next = await nextStale(environment); next && !stop.aborted; next = await nextStale(environment)) {
    const { organizationId, parts } = next;
    const at = new Date();
    if (organizationId === environmentWide)
      await readEnvironment(environment, scalekit, parts.filter(isEnvironmentPart));
    else await readOrganization(environment, scalekit, organizationId, parts.filter(isOfOrganization));
    await clearStale(environment, organizationId, parts, at);
  }
}

/** One page of organizations. Those that were read since the walk began (by a slice that was cut short) are passed over. */
async function walkPage(
  environment: string,
  scalekit: ScalekitClient,
  state: SnapshotWalk,
  stop: AbortSignal,
): Promise<SnapshotWalk> {
  const at = new Date();
  const { pageToken } = state;
  const pageSize = organizationsPerPage;
  const page = await scalekit.organizations.listOrganization({ pageSize, pageToken }).catch((cause) => {
    if (pageToken !== '' && cause instanceof AppError && cause.code === 'invalid') return null;
    throw cause;
  });
  // The cursor has gone bad: from the first page again, past all that this walk has read.
  if (!page) return saveWalk(environment, { pageToken: '', done: 0 });
  let { skipped } = state;
  for (const organization of page.organizations) {
    if (stop.aborted) return saveWalk(environment, { skipped, total: page.totalSize });
    const object = organizationObject(organization);
    const own = {
      organizationId: organization.id,
      part: 'organization' as const,
      objects: [object],
      complete: true,
    };
    await keepObservation(environment, own, at);
    const fresh = await freshParts(environment, organization.id, state.startedAt ?? at);
    const parts = walkedParts.filter((part) => !fresh.has(part));
    skipped += (await readOrganization(environment, scalekit, organization.id, parts)).length;
    await refreshStale(environment, scalekit, stop);
  }
  const done = state.done + page.organizations.length;
  const progress = { done, skipped, total: page.totalSize, waitUntil: null, notice: null };
  if (page.nextPageToken !== '') return saveWalk(environment, { ...progress, pageToken: page.nextPageToken });
  progress.skipped += (await readEnvironment(environment, scalekit)).length;
  await forgetGone(environment, scalekit, state.startedAt ?? at);
  await pruneSnapshots(environment);
  return saveWalk(environment, { ...progress, pageToken: '', finishedAt: new Date() });
}

/** Lists of connections alone do not count: pages read them without each connection's settings. */
async function freshParts(environment: string, organizationId: string, since: Date): Promise<Set<string>> {
  const rows = await db().snapshotPart.findMany({
    where: {
      environment,
      organizationId,
      staleAt: null,
      listedAt: { gte: since },
      part: { not: 'connection' },
    },
    select: { part: true },
  });
  return new Set(rows.map(({ part }) => part));
}

/** What the walk did not meet is asked for by its id: only what Scalekit says is not there is forgotten. */
async function forgetGone(
  environment: string,
  { organizations }: ScalekitClient,
  since: Date,
): Promise<void> {
  // What was seen shortly before the walk met it was not written again.
  const met = new Date(since.getTime() - sameForMs);
  const unmet = await db().$queryRaw<{ organizationId: string }[]>`
    SELECT DISTINCT organization_id AS "organizationId" FROM organization_snapshot AS kept
    WHERE environment = ${environment} AND organization_id <> ${environmentWide} AND ended_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM organization_snapshot AS own
      WHERE own.environment = kept.environment AND own.organization_id = kept.organization_id
        AND own.part = 'organization' AND own.ended_at IS NULL AND own.seen_at >= ${met})`;
  for (const { organizationId } of unmet) {
    const isGone = await organizations
      .getOrganization({ identities: { case: 'id', value: organizationId } })
      .then(
        () => false,
        (cause) => {
          if (!(cause instanceof AppError) || cause.code === 'rate_limited') throw cause;
          return cause.code === 'not_found';
        },
      );
    if (isGone) await db().$transaction(forgetSnapshots(environment, organizationId));
  }
}

/** Where the walk of an environment stands; a fresh row where there never was one. */
export async function readWalk(environment: string): Promise<SnapshotWalk> {
  return db().snapshotWalk.upsert({ where: { environment }, create: { environment }, update: {} });
}

function saveWalk(environment: string, data: Partial<SnapshotWalk>): Promise<SnapshotWalk> {
  return db().snapshotWalk.update({ where: { environment }, data });
}

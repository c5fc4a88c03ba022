import 'server-only';
import { selectChanges } from '@/lib/audit/snapshots/read-changes';
import { can, mayReach } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import type { Change } from './evidence';
import { changeDays } from './schema';
import type { Reader } from './sources';

/** Acts, and parts of a customer's configuration, that can decide whether somebody signs in. */
const decisiveActs = ['connection', 'domain', 'member', 'directory', 'client', 'organization_role'];
const moreActs = ['user', 'portal_link'];
const decisiveParts = ['organization', 'connection', 'domain', 'directory', 'organization_role'] as const;
const mostChanges = 50;
const dayMs = 86_400_000;

/**
 * What changed at a customer in the last 90 days, newest first: the acts in the staff log, and the differences between
 * two looks at the configuration that no act explains. Null where the person may read neither.
 */
export async function readChanges(
  organizationId: string,
  { environment, principal, heard }: Reader,
): Promise<Change[] | null> {
  const [mayActs, mayDifferences] = [can(principal, 'staff_log.read'), can(principal, 'activity.read')];
  if (!mayReach(principal, organizationId) || !(mayActs || mayDifferences)) return null;
  const after = new Date(Date.now() - changeDays * dayMs);
  const place = { environment, organizationId, after };
  const [acts, differences] = await Promise.all([
    mayActs ? readActs(place) : [],
    mayDifferences ? readDifferences(place, mayActs) : [],
  ]);
  const isCut = acts.length > mostChanges || differences.length > mostChanges;
  if (isCut)
    heard?.changeGaps.push(
      `Only the newest ${mostChanges} acts and ${mostChanges} differences were read: earlier ones are missing.`,
    );
  if (!mayActs) heard?.changeGaps.push('Changes by staff are not shown to your role.');
  return [...acts.slice(0, mostChanges), ...differences.slice(0, mostChanges)].sort((one, other) =>
    other.at.localeCompare(one.at),
  );
}

type Place = { environment: string; organizationId: string; after: Date };

async function readActs({ environment, organizationId, after }: Place): Promise<Change[]> {
  const acts = await db().staffLog.findMany({
    where: {
      ...{ environment, organizationId, kind: 'intent', at: { gte: after } },
      OR: [...decisiveActs, ...moreActs].map((noun) => ({ action: { startsWith: `${noun}.` } })),
    },
    orderBy: { id: 'desc' },
    take: mostChanges + 1,
    select: { id: true, at: true, actorEmail: true, actorRole: true, action: true, targetId: true },
  });
  const outcomes = await db().staffLog.findMany({
    where: { intentId: { in: acts.map(({ id }) => id) }, kind: 'outcome' },
    select: { intentId: true, outcome: true, targetId: true },
  });
  const ended = new Map(outcomes.map((one) => [one.intentId, one]));
  return acts.map(({ id, at, actorEmail, actorRole, action, targetId }) => ({
    ...{ id: String(id), at: at.toISOString(), action },
    who: actorRole === 'customer' ? `${actorEmail} (the customer)` : actorEmail || 'Keydesk itself',
    targetId: ended.get(id)?.targetId ?? targetId,
    outcome: ended.get(id)?.outcome ?? 'unknown',
  }));
}

/** An act that is known stands among the acts; to whoever may not see those it is told without a name. */
async function readDifferences(place: Place, knowsActs: boolean): Promise<Change[]> {
  const parts = decisiveParts;
  const rows = await selectChanges({ ...place, parts, unexplained: knowsActs, limit: mostChanges + 1 });
  return rows.map(({ id, at, since, type, targetId, data }) => ({
    ...{ id, at: at.toISOString(), since: since?.toISOString(), action: type, targetId },
    who: data.intents?.length ? 'our staff' : 'somebody outside Keydesk',
    outcome: 'ok',
    fields: (data.fields ?? []).map(({ path }) => path),
  }));
}

import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { FieldChange } from './compare';
import type { SnapshotPart } from './observation';

/** What staff acts may change a part: the first word of their permission. */
const nouns: Record<SnapshotPart, string[]> = {
  organization: ['organization'],
  connection: ['connection', 'domain'],
  domain: ['domain', 'connection'],
  directory: ['directory'],
  organization_role: ['organization_role'],
  api_client: ['api_client'],
  api_key: ['api_key'],
  connected_account: ['connected_account', 'departure'],
  invitation: ['member'],
  role: ['role'],
  provider: ['provider'],
  app_connection: ['app_connection'],
};

/** The parts that an act may have changed; none for one that changes nothing of the configuration. */
export function partsChangedBy(action: string): SnapshotPart[] {
  if (action === 'organization.delete') return [];
  const noun = action.split('.')[0] ?? '';
  return (Object.keys(nouns) as SnapshotPart[]).filter((part) => nouns[part].includes(noun));
}

// An act shows at Scalekit a moment before its outcome is written. One that ended before the earlier look is in that look:
// rather nobody than the wrong person.
const slackMs = 5_000;
/** More acts than one customer has between two looks. */
const mostActs = 2_000;
const namedActs = 20;

/** An act of our staff that ended well. */
export type Act = {
  at: Date;
  action: string;
  targetId: string | null;
  actorEmail: string;
  intentId: bigint | null;
};

type Reader = Pick<Prisma.TransactionClient, 'staffLog'>;
type Seen = { environment: string; organizationId: string; part: SnapshotPart; since: Date; at: Date };

/** The acts that may have changed a part of an organization after `since` and not after `at`, in one query. */
export function findActs(
  reader: Reader,
  { environment, organizationId, part, since, at }: Seen,
): Promise<Act[]> {
  return reader.staffLog.findMany({
    where: {
      ...{ environment, organizationId: organizationId || null, kind: 'outcome', outcome: 'ok' },
      at: { gt: since, lte: new Date(at.getTime() + slackMs) },
      OR: nouns[part].map((noun) => ({ action: { startsWith: `${noun}.` } })),
    },
    orderBy: { id: 'asc' },
    take: mostActs,
    select: { at: true, action: true, targetId: true, actorEmail: true, intentId: true },
  });
}

type Changed = { part: SnapshotPart; objectId: string; fields: FieldChange[]; since: Date };

/**
 * Whose acts, of those between two looks at a thing, were about it.
 * `actor` holds their addresses; null: nobody of ours. `intents` are the ids of their intents in the staff log.
 */
export function actorAmong(
  acts: Act[],
  { part, objectId, fields, since }: Changed,
): { actor: string | null; intents: string[] } {
  const targets = new Set([objectId, ...fields.map(({ path }) => path.split('/')[1] ?? '').filter(Boolean)]);
  const own = acts.filter(
    ({ at, action, targetId }) =>
      at > since &&
      // An act on another thing of the same kind did not do it; one on a related kind, or on nothing named, may have.
      (targetId === null || targets.has(targetId) || !action.startsWith(`${part}.`)),
  );
  const named = own.slice(0, namedActs);
  const people = [...new Set(named.map(({ actorEmail }) => actorEmail))];
  return { actor: people.join(', ') || null, intents: named.map(({ intentId }) => String(intentId)) };
}

import 'server-only';
import { db } from '@/lib/db';
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
};

/** The parts that an act may have changed; none for one that changes nothing of the configuration. */
export function partsChangedBy(action: string): SnapshotPart[] {
  if (action === 'organization.delete') return [];
  const noun = action.split('.')[0] ?? '';
  return (Object.keys(nouns) as SnapshotPart[]).filter((part) => nouns[part].includes(noun));
}

type Changed = {
  environment: string;
  organizationId: string;
  part: SnapshotPart;
  objectId: string;
  fields: FieldChange[];
  since: Date;
  at: Date;
};

// An act shows at Scalekit a moment before its outcome is written. One that ended before the earlier look is in that look:
// rather nobody than the wrong person.
const slackMs = 5_000;

/**
 * The acts of our staff that ended well between two looks at a thing, and were about it.
 * `actor` holds their addresses; null: nobody of ours. `intents` are the ids of their intents in the staff log.
 */
export async function findActor(changed: Changed): Promise<{ actor: string | null; intents: string[] }> {
  const { environment, organizationId, part, objectId, fields } = changed;
  const before = new Date(changed.at.getTime() + slackMs);
  const targets = [objectId, ...fields.map(({ path }) => path.split('/')[1] ?? '').filter(Boolean)];
  const rows = await db().staffLog.findMany({
    where: {
      environment,
      organizationId,
      kind: 'outcome',
      outcome: 'ok',
      at: { gt: changed.since, lte: before },
      AND: [
        { OR: nouns[part].map((noun) => ({ action: { startsWith: `${noun}.` } })) },
        // An act on another thing of the same kind did not do it; one on a related kind, or on nothing named, may have.
        {
          OR: [
            { targetId: null },
            { targetId: { in: targets } },
            { NOT: { action: { startsWith: `${part}.` } } },
          ],
        },
      ],
    },
    orderBy: { id: 'asc' },
    take: 20,
    select: { actorEmail: true, intentId: true },
  });
  const people = [...new Set(rows.map(({ actorEmail }) => actorEmail))];
  return { actor: people.join(', ') || null, intents: rows.map(({ intentId }) => String(intentId)) };
}

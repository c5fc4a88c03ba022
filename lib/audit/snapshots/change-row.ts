import 'server-only';
import type { ActivityRow } from '../activity/row';
import { type FieldChange, hashOf } from './compare';
import { type Act, actorAmong } from './find-actor';
import type { SnapshotPart } from './observation';

export type FoundChange = {
  verb: 'changed' | 'added' | 'removed';
  part: SnapshotPart;
  objectId: string;
  name: string;
  fields: FieldChange[];
  /** It happened after this and not after `at`. */
  since: Date;
  at: Date;
  /** What tells this change from any other: the versions before and after. */
  pair: [string, string];
};

/** What `data` of a change's row holds; the actor is in the row. Never a secret: both sides come from snapshots. */
export type ChangeData = { name: string; fields: FieldChange[]; intents: string[] };

/** A change as the activity cache keeps it. The same pair of versions makes the same id. `acts`: of the time between. */
export function toActivityRow(
  environment: string,
  organizationId: string,
  change: FoundChange,
  acts: Act[],
): ActivityRow {
  const { verb, part, objectId, name, fields, since, at, pair } = change;
  const { actor, intents } = actorAmong(acts, change);
  const data: ChangeData = { name, fields, intents };
  return {
    stream: 'change',
    source: 'snapshot',
    environment,
    id: `chg_${hashOf([environment, organizationId, part, objectId, ...pair].join('\n')).slice(0, 32)}`,
    type: `${part}.${verb}`,
    at: at.toISOString(),
    since: since.toISOString(),
    organizationId: organizationId || undefined,
    connectionId: part === 'connection' ? objectId : undefined,
    targetType: part,
    targetId: objectId,
    actor: actor ?? undefined,
    words: [name, objectId, ...fields.map(({ path }) => path)].join(' ').toLowerCase(),
    data,
  };
}

import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { snapshotsKept } from '@/lib/audit/snapshots/keep';
import { readSpan, type StoredChange, selectChanges } from '@/lib/audit/snapshots/read-changes';
import { can, mayReach, type Principal } from '@/lib/auth/principal';
import type { Configuration, ConfigurationChange } from './evidence';
import type { Reader } from './sources';

/** What of a customer's configuration can decide whether somebody signs in. */
const parts = ['organization', 'connection', 'domain', 'directory'] as const;
const mostChanges = 30;
const days = 90;
// What the doctor has just read is compared with the last snapshot meanwhile: so long its difference is waited for.
const patienceMs = 500;

type Place = { organizationId: string; connectionId: string | null };

/**
 * Recent changes of a customer's configuration, with the times between which they came, whoever made them. Null where the
 * reader may not see them. Source: Keydesk's own snapshots.
 */
export async function readConfiguration(
  { organizationId, connectionId }: Place,
  { environment, principal }: Pick<Reader, 'environment' | 'principal'>,
): Promise<Configuration | null> {
  if (!can(principal, 'snapshot.read') || !mayReach(principal, organizationId)) return null;
  await Promise.race([snapshotsKept(), sleep(patienceMs, undefined, { ref: false })]);
  const after = new Date(Date.now() - days * 86_400_000);
  const [changes, span] = await Promise.all([
    selectChanges({ environment, organizationId, parts, after, limit: mostChanges }),
    readSpan(environment, organizationId, connectionId),
  ]);
  return {
    changes: changes.map((one) => toChange(one, principal)),
    seen: span && { first: span.first.toISOString(), last: span.last.toISOString() },
  };
}

function toChange(
  { id, type, at, since, actor, targetId, data }: StoredChange,
  reader: Principal,
): ConfigurationChange {
  const [part, verb] = type.split('.') as [ConfigurationChange['part'], ConfigurationChange['verb']];
  return {
    ...{ kind: 'change', id, verb, part, name: data.name, objectId: targetId },
    ...{ at: at.toISOString(), since: since?.toISOString() ?? null, fields: data.fields },
    ...{ action: null, outcome: null, intents: data.intents ?? [] },
    actor: actorFor(actor, reader),
  };
}

/** Who of the staff did what is the staff log's to tell. */
function actorFor(email: string | null, reader: Principal): ConfigurationChange['actor'] {
  if (!email) return { kind: 'outside' };
  return can(reader, 'staff_log.read') ? { kind: 'person', email } : { kind: 'staff' };
}

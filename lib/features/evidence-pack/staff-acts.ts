import 'server-only';
import { db } from '@/lib/db';
import { formatCount } from '@/lib/format';
import type { EvidencePart } from './schema';

const mostActs = 1_000;
/** What began this lately, the making of the pack itself for one, may have its outcome yet to come. */
const underWayMs = 60_000;

const unended = (at: Date) => (Date.now() - at.getTime() < underWayMs ? 'under way' : 'unknown');

/** What our own staff did here, each with its seal in the hash chain. */
export async function staffActsPart(environment: string, organizationId: string): Promise<EvidencePart> {
  const where = { environment, organizationId, kind: { not: 'outcome' } };
  const asOf = new Date().toISOString();
  const [acts, total] = await Promise.all([
    db().staffLog.findMany({ where, orderBy: { id: 'desc' }, take: mostActs }),
    db().staffLog.count({ where }),
  ]);
  const ids = acts.map(({ id }) => id);
  const [outcomes, seals] = await Promise.all([
    db().staffLog.findMany({
      where: { intentId: { in: ids }, kind: 'outcome' },
      select: { intentId: true, outcome: true },
    }),
    db().staffLogSeal.findMany({
      where: { environment, logId: { in: ids } },
      select: { logId: true, seq: true, mac: true },
    }),
  ]);
  const ended = new Map(outcomes.map(({ intentId, outcome }) => [intentId, outcome]));
  const sealed = new Map(seals.map((seal) => [seal.logId, seal]));
  const newest =
    total > acts.length ? `The newest ${formatCount(acts.length)} of ${formatCount(total)}. ` : '';
  return {
    title: 'Acts of our staff',
    note: `${newest}Each act was written down before it happened, and sealed: its code is worked out from the entry and the seal before it, with a key that is not in the database.`,
    asOf,
    columns: ['When', 'Who', 'Role', 'Act', 'About', 'Outcome', 'Seal', 'Code of the seal'],
    rows: acts.map(({ id, at, actorEmail, actorRole, action, targetType, targetId, kind }) => [
      at.toISOString(),
      actorEmail || 'Keydesk itself',
      actorRole,
      action,
      [targetType, targetId].filter(Boolean).join(' '),
      kind === 'intent' ? (ended.get(id) ?? unended(at)) : kind,
      String(sealed.get(id)?.seq ?? ''),
      sealed.get(id)?.mac ?? '',
    ]),
  };
}

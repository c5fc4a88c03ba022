import 'server-only';
import { db } from '@/lib/db';
import { formatExactTime } from '@/lib/format';
import type { EvidencePart } from './schema';

const days = 30;

/** Who signed in how often within thirty days, as far as the login log was read. */
export async function signInsPart(environment: string, organizationId: string): Promise<EvidencePart> {
  const since = new Date(Date.now() - days * 86_400_000);
  const stream = { environment, stream: 'login', purpose: 'reconcile' };
  const [rows, cursor, [kept]] = await Promise.all([
    db().$queryRaw<{ outcome: string | null; count: number; last: Date }[]>`
      SELECT outcome, count(*)::int AS count, max(at) AS last FROM activity.login
      WHERE environment = ${environment} AND organization_id = ${organizationId} AND at > ${since}
      GROUP BY outcome ORDER BY outcome`,
    db().syncCursor.findUnique({ where: { environment_stream_purpose: stream } }),
    db().$queryRaw<{ first: Date | null }[]>`
      SELECT min(at) AS first FROM activity.login WHERE environment = ${environment}`,
  ]);
  const readAt = cursor?.lastOkAt ?? null;
  const first = kept?.first ?? null;
  const from = first && first > since ? ` Nothing from before ${formatExactTime(first)} is kept.` : '';
  return {
    title: `Sign-ins of the last ${days} days`,
    note: readAt ? `From Scalekit’s login log.${from}` : `The login log was not read as a whole.${from}`,
    asOf: readAt?.toISOString() ?? null,
    columns: ['Outcome', 'Number', 'Last'],
    rows: rows.map(({ outcome, count, last }) => [outcome ?? 'not known', String(count), last.toISOString()]),
  };
}

import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { Erased } from './schema';

/** Whom it is about. The addresses are in lower case. */
export type Subject = { environment: string; userId: string; addresses: string[] };

/**
 * Keydesk's own records of a person: watches, the recipients of links and hand-overs, lines of bulk work, runs of tools,
 * saved views, the snapshot of an invitation. A link that still works is revoked: its code would have no mailbox.
 * @returns how many of each; notes are free text, so they are counted only
 */
export async function eraseOwnRecords(
  tx: Prisma.TransactionClient,
  { environment, userId, addresses }: Subject,
): Promise<Omit<Erased, 'activity' | 'index'>> {
  const watches = await tx.signInWatch.deleteMany({
    where: { environment, OR: [{ email: { in: addresses } }, { seenEmail: { in: addresses } }] },
  });
  const portalLinks = await tx.$executeRaw`
    UPDATE portal_link SET recipient_email = '', recipient_name = '', revoked_at = COALESCE(revoked_at, now())
    WHERE environment = ${environment} AND lower(recipient_email) = ANY(${addresses})`;
  const accountLinks = await tx.$executeRaw`
    UPDATE account_link SET recipient_email = '', code_hash = NULL, revoked_at = COALESCE(revoked_at, now())
    WHERE environment = ${environment} AND lower(recipient_email) = ANY(${addresses})`;
  const holds = (column: string) =>
    Prisma.sql`EXISTS (SELECT FROM unnest(${addresses}::text[]) AS a WHERE position(a in lower(${Prisma.raw(column)})) > 0)`;
  const handOvers = await tx.$executeRaw`
    UPDATE hand_over SET recipient = NULL WHERE environment = ${environment} AND ${holds('recipient')}`;
  // A line that was sent and not answered is left: what became of it is found by what it holds.
  const jobLines = await tx.$executeRaw`
    UPDATE bulk_item AS i SET label = 'erased', key = 'erased ' || i.position, input = '{}', sentence = NULL,
      state = CASE i.state WHEN 'waiting' THEN 'skipped' ELSE i.state END
    FROM bulk_job AS j WHERE j.id = i.job_id AND j.environment = ${environment} AND i.state <> 'sent'
      AND (${holds('i.label')} OR ${holds('i.input::text')})`;
  const toolRuns = await tx.$executeRaw`
    UPDATE tool_run SET identifier = NULL
    WHERE environment = ${environment} AND lower(identifier) = ANY(${addresses})`;
  const views = await tx.$executeRaw`
    DELETE FROM activity_view WHERE environment = ${environment} AND ${holds('filter::text')}`;
  await tx.approval.updateMany({
    where: { environment, targetId: userId },
    data: { targetId: null, inputHash: '', details: {}, reason: null, comment: null },
  });
  // Named by the id alone; without its user it is nobody's.
  const invitation = { environment, part: 'invitation', objectId: userId };
  await tx.organizationSnapshot.deleteMany({ where: invitation });
  await tx.snapshotExpiry.deleteMany({ where: invitation });
  const [noted] = await tx.$queryRaw<{ notes: number }[]>`
    SELECT count(*)::int AS notes FROM organization_note
    WHERE environment = ${environment} AND ${holds('text')}`;
  return {
    watches: watches.count,
    links: portalLinks + accountLinks + handOvers,
    jobLines: jobLines + toolRuns,
    views,
    notes: noted?.notes ?? 0,
  };
}

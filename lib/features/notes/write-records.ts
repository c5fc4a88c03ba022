import 'server-only';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { formatExactTime } from '@/lib/format';
import { Prisma } from '@/lib/generated/prisma/client';

type Own = { id: string; environment: string; organizationId: string };
type Kind = 'note' | 'ticket link';

type Edit = { environment: string; organizationId: string; noteId: string; version: number; text: string };

/**
 * Writes a new text over the version that the edit began from.
 * @throws AppError not_found, forbidden for another person's, conflict when it is another version by now
 */
export async function editOwn({ noteId, version, text, ...place }: Edit, authorId: string): Promise<null> {
  const note = { id: noteId, ...place };
  const { count } = await db().organizationNote.updateMany({
    where: { ...note, version, authorId },
    data: { text, version: version + 1, editedAt: new Date() },
  });
  if (count > 0) return null;
  const now = await db().organizationNote.findFirst({ where: note });
  if (!now) throw new AppError('not_found', 'This note was deleted meanwhile. Nothing was saved.');
  if (now.authorId !== authorId) throw notYours('note');
  const changed = formatExactTime(now.editedAt ?? now.createdAt);
  throw new AppError(
    'conflict',
    `This note was changed elsewhere at ${changed}, after you began. Nothing was saved, and your text is still here.`,
  );
}

/**
 * Deletes a note or a ticket link; with an owner, theirs alone.
 * @throws AppError not_found, forbidden for another person's
 */
export async function deleteOne(kind: Kind, own: Own, ownerId?: string): Promise<null> {
  const { count } = await (kind === 'note'
    ? db().organizationNote.deleteMany({ where: { ...own, ...(ownerId && { authorId: ownerId }) } })
    : db().ticketLink.deleteMany({ where: { ...own, ...(ownerId && { addedById: ownerId }) } }));
  if (count > 0) return null;
  const left = await (kind === 'note'
    ? db().organizationNote.count({ where: own })
    : db().ticketLink.count({ where: own }));
  if (left > 0) throw notYours(kind);
  throw new AppError('not_found', `There is no such ${kind} in this organization.`);
}

/** @throws AppError conflict beside the field when the address is there already */
export async function addLink(data: Prisma.TicketLinkCreateInput): Promise<{ linkId: string }> {
  try {
    const link = await db().ticketLink.create({ data });
    return { linkId: link.id };
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error;
    const sentence = 'This address is on the list already.';
    throw new AppError('conflict', sentence, { fieldErrors: { url: sentence } });
  }
}

function notYours(kind: Kind): AppError {
  return new AppError('forbidden', `This ${kind} is somebody else’s. A lead may delete it.`);
}

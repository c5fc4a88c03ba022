import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NotesSection } from '@/components/notes/notes-section';
import { Pagination } from '@/components/ui/pagination';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listNotes } from '@/lib/features/notes/queries';
import { notePageSize } from '@/lib/features/notes/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { noteRights } from '../recent-notes';

export const metadata: Metadata = { title: 'Notes' };

/** All notes on one organization. */
export default async function NotesPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/notes'>,
) {
  const { environment, organizationId } = await props.params;
  const position = listPosition.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const path = paths.organizationNotes(environment, organizationId);
  const notes = await settle(listNotes(environment, { organizationId, pageToken: position.cursor }));
  // The last note of a later page was deleted.
  if (notes.ok && position.cursor && notes.data.rows.length === 0 && notes.data.total) redirect(path);
  const pages =
    notes.ok && notes.data.rows.length > 0 ? (
      <Pagination {...pageLinks(path, {}, notes.data, position, notePageSize)} />
    ) : null;
  return (
    <NotesSection
      environment={environment}
      organizationId={organizationId}
      notes={notes}
      rights={noteRights(principal)}
      retryHref={path}
      footer={pages}
    />
  );
}

'use client';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type Fact, Facts } from '@/components/ui/facts';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { LinkButton } from '@/components/ui/link-button';
import { MessageDialog } from '@/components/ui/message-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import type { DirectoryUserRow } from '@/lib/features/directories/schema';
import { paths, withSearch } from '@/lib/paths';
import type { OfOrganization } from './dialogs';
import { activityWords } from './words';

type Props = LazyDialogProps & OfOrganization & { rows: DirectoryUserRow[] };

/** All that a directory has said of somebody: for "why is this not at the user?" */
export default function DirectoryUser({ environment, organizationId, rows, subject, onClose }: Props) {
  const row = rows.find(({ id }) => id === subject);
  if (!row)
    return (
      <MessageDialog title="User of the directory" onClose={onClose}>
        Nobody on this page of the list has the id {subject}.
      </MessageDialog>
    );
  const { tone, label } = activityWords(row);
  const facts: Fact[] = [
    { term: 'User name', value: row.userName || '–' },
    { term: 'E-mail', value: [row.email, ...row.otherEmails].filter(Boolean).join(', ') || '–' },
    { term: 'Name', value: row.name ?? '–' },
    { term: 'At the directory', value: <Status tone={tone}>{label}</Status> },
    { term: 'Groups', value: row.groups.map(({ name }) => name).join(', ') || 'none' },
    ...row.attributes.map(({ key, value }) => ({
      term: key,
      value: <span className="font-mono text-xs">{value}</span>,
    })),
    { term: 'Changed', value: <RelativeTime time={row.updatedAt} /> },
  ];
  return (
    <Dialog title={row.email || row.userName || row.id} onClose={onClose}>
      <div className="px-5 pt-4 pb-5 wrap-anywhere">
        <Facts facts={facts} />
      </div>
      <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
        {row.email ? (
          <LinkButton href={withSearch(paths.members(environment, organizationId), { q: row.email })}>
            Find among the members
          </LinkButton>
        ) : null}
        <Button onClick={onClose}>Close</Button>
      </footer>
    </Dialog>
  );
}

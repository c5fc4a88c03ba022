import { RelativeTime } from '@/components/ui/relative-time';
import { RowMenu } from '@/components/ui/row-menu';
import type { TicketLinkRow } from '@/lib/features/notes/schema';

type Props = { links: TicketLinkRow[]; rights: { remove: boolean; removeAny: boolean } };

/** Tickets elsewhere, newest first. */
export function TicketList({ links, rights }: Props) {
  return (
    <ul aria-label="Ticket links" className="flex flex-col text-table">
      {links.map(({ linkId, url, label, createdAt, addedByEmail, own }) => (
        <li key={linkId} className="flex items-center justify-between gap-3 py-1">
          <span className="min-w-0 wrap-anywhere">
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="text-link font-medium"
            >
              {label}
            </a>{' '}
            <span className="text-quiet">
              at {new URL(url).host}, added <RelativeTime time={createdAt} /> by {addedByEmail}
            </span>
          </span>
          {(own ? rights.remove : rights.removeAny) ? (
            <RowMenu
              label={`Actions for ${label}`}
              entries={[{ label: 'Remove link', dialog: `remove-ticket:${linkId}`, danger: true }]}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

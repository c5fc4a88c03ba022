import { X } from 'lucide-react';
import Link from 'next/link';
import { Facts } from '@/components/ui/facts';
import { iconButtonStyle } from '@/components/ui/icon-button';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { openRowLimit, type PortalLinkDetail } from '@/lib/features/portal-links/schema';
import { OpenTimeline } from './open-timeline';
import { featureWords, stateWords } from './words';

type Props = { link: PortalLinkDetail; closeHref: string };

/** One durable link beside the table: its facts, and who opened it when. */
export function PortalLinkPanel({ link, closeHref }: Props) {
  const { tone, words } = stateWords[link.state];
  return (
    <section aria-label="Chosen portal link">
      <div className="mb-3 flex items-start justify-between gap-2 border-b border-line pb-2">
        <h2 className="text-base">{featureWords(link.features)}</h2>
        <Link href={closeHref} scroll={false} aria-label="Close" className={iconButtonStyle}>
          <X aria-hidden="true" size={16} />
        </Link>
      </div>
      <Facts
        facts={[
          { term: 'State', value: <Status tone={tone}>{words}</Status> },
          {
            term: 'For',
            value: link.recipient ? (
              <>
                {link.recipient.name}
                <br />
                <span className="break-all">{link.recipient.email}</span>
              </>
            ) : (
              'Nobody by name: no code is asked'
            ),
          },
          { term: 'Opened', value: `${link.openCount} of ${link.openLimit}` },
          ...(link.firstOpenedAt
            ? [{ term: 'First opened', value: <RelativeTime time={link.firstOpenedAt} /> }]
            : []),
          { term: 'Expires', value: <RelativeTime time={link.expiresAt} /> },
          { term: 'Created', value: <RelativeTime time={link.createdAt} /> },
          { term: 'Created by', value: link.createdByEmail },
          ...(link.revokedAt
            ? [
                { term: 'Revoked', value: <RelativeTime time={link.revokedAt} /> },
                { term: 'Revoked by', value: link.revokedByEmail },
              ]
            : []),
          ...(link.note ? [{ term: 'Note', value: link.note }] : []),
        ]}
      />
      <h3 className="mt-6 mb-2 text-base">Opens</h3>
      {link.opens.length === 0 ? (
        <p className="text-quiet">Nobody has pressed the button yet. Looking at the page is not recorded.</p>
      ) : (
        <OpenTimeline opens={link.opens} />
      )}
      {link.opens.length === openRowLimit ? (
        <p className="mt-2 text-table text-quiet">The newest {openRowLimit} are shown.</p>
      ) : null}
    </section>
  );
}

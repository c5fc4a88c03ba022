import type { MenuEntry } from '@/components/ui/menu-entry';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { RowMenu } from '@/components/ui/row-menu';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { PortalLinkRow } from '@/lib/features/portal-links/schema';
import { shortFeatureWords, stateWords } from './words';

type Props = {
  rows: PortalLinkRow[];
  /** The link whose opens are shown beside the table. */
  selectedId?: string;
  mayRevoke: boolean;
  detailHref: (linkId: string) => string;
};

/** Durable links one below the other. There is no URL to copy: it was shown when the link was created. */
export function PortalLinkTable({ rows, selectedId, mayRevoke, detailHref }: Props) {
  // Beside a chosen link there is room for what tells links apart; the rest stands in its panel.
  const wide = selectedId === undefined;
  return (
    <Table label="Portal links">
      <TableHead>
        <Th>What it opens</Th>
        <Th>For</Th>
        {wide ? <Th>Note</Th> : null}
        <Th>State</Th>
        <Th>Opened</Th>
        <Th>Expires</Th>
        {wide ? <Th>Created</Th> : null}
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {rows.map((row) => {
          const { tone, words } = stateWords[row.state];
          const href = detailHref(row.linkId);
          return (
            <Tr
              key={row.linkId}
              aria-current={row.linkId === selectedId ? 'true' : undefined}
              className="aria-[current]:bg-accent-soft"
            >
              <Td className="whitespace-nowrap">
                <RowLink href={href} scroll={false}>
                  {shortFeatureWords(row.features)}
                </RowLink>
              </Td>
              <Td className="max-w-40 truncate" title={row.recipient?.email}>
                {row.recipient?.name ?? '–'}
              </Td>
              {wide ? (
                <Td className="max-w-40 truncate" title={row.note ?? undefined}>
                  {row.note ?? '–'}
                </Td>
              ) : null}
              <Td>
                <Status tone={tone}>{words}</Status>
              </Td>
              <Td className="whitespace-nowrap">
                {row.openCount} of {row.openLimit}
                {wide && row.firstOpenedAt ? (
                  <span className="text-quiet">
                    , first <RelativeTime time={row.firstOpenedAt} />
                  </span>
                ) : null}
              </Td>
              <Td quiet className="whitespace-nowrap">
                <RelativeTime time={row.expiresAt} />
              </Td>
              {wide ? (
                <Td quiet className="max-w-56 truncate" title={row.createdByEmail}>
                  <RelativeTime time={row.createdAt} /> by {row.createdByEmail}
                </Td>
              ) : null}
              <Td className="text-right">
                <RowMenu label={`Actions for ${nameOf(row)}`} entries={entriesOf(row, href, mayRevoke)} />
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function nameOf({ note, recipient, features }: PortalLinkRow): string {
  if (!note && recipient) return `the link for ${recipient.name}`;
  return note ? `the link “${note}”` : `the link for ${shortFeatureWords(features)}`;
}

// An expired or used-up link can be revoked too: what it minted last may still live.
function entriesOf(row: PortalLinkRow, href: string, mayRevoke: boolean): MenuEntry[] {
  const entries: MenuEntry[] = [{ label: 'Show opens', href }];
  if (mayRevoke && row.state !== 'revoked') {
    entries.push({ label: 'Revoke', dialog: `revoke:${row.linkId}`, danger: true, separated: true });
  }
  return entries;
}

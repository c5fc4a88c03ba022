import type { MenuEntry } from '@/components/ui/menu-entry';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowMenu } from '@/components/ui/row-menu';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { HandOverRow } from '@/lib/features/hand-overs/schema';
import { kindTitle, kindWords, stateWords } from './words';

type Props = { rows: HandOverRow[]; mayRevoke: boolean };

/** Hand-overs one below the other. There is no link to copy: it was shown when it was made. */
export function HandOverTable({ rows, mayRevoke }: Props) {
  return (
    <Table label="Hand-overs">
      <TableHead>
        <Th>What</Th>
        <Th>For whom</Th>
        <Th>State</Th>
        <Th>Opened</Th>
        <Th>Expires</Th>
        <Th>Created</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {rows.map((row) => {
          const { tone, words } = stateWords[row.state];
          return (
            <Tr key={row.handOverId}>
              <Td className="max-w-48 truncate" title={`${row.label} (${row.secretId})`}>
                {kindTitle(row.kind)}
                {row.label ? <span className="text-quiet"> {row.label}</span> : null}
              </Td>
              <Td className="max-w-32 truncate" title={row.recipient ?? undefined}>
                {row.recipient ?? '–'}
              </Td>
              <Td>
                <Status tone={tone}>{words}</Status>
              </Td>
              <Td className="max-w-44 truncate" title={row.openedIp ?? undefined}>
                <Opened row={row} />
              </Td>
              <Td quiet className="whitespace-nowrap">
                <RelativeTime time={row.expiresAt} />
              </Td>
              <Td quiet className="max-w-40 truncate" title={row.createdByEmail}>
                <RelativeTime time={row.createdAt} /> by {row.createdByEmail}
              </Td>
              <Td className="text-right">
                {mayRevoke && row.state === 'waiting' ? (
                  <RowMenu label={`Actions for ${nameOf(row)}`} entries={[revokeEntry(row)]} />
                ) : null}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function Opened({ row }: { row: HandOverRow }) {
  if (row.openedAt) {
    return (
      <>
        <RelativeTime time={row.openedAt} />
        <span className="block truncate text-quiet text-xs">
          {[row.openedBrowser ?? 'Unknown browser', row.openedIp].filter(Boolean).join(', ')}
        </span>
      </>
    );
  }
  if (!row.revokedAt) return '–';
  return <span className="text-quiet">Revoked by {row.revokedByEmail}</span>;
}

function revokeEntry({ handOverId }: HandOverRow): MenuEntry {
  return { label: 'Revoke', dialog: `revoke:${handOverId}`, danger: true };
}

function nameOf({ kind, label, recipient }: HandOverRow): string {
  return `the hand-over of the ${kindWords[kind]} ${recipient ? `to ${recipient}` : label}`.trim();
}

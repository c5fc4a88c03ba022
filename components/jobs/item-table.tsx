import { RelativeTime } from '@/components/ui/relative-time';
import { RequestId } from '@/components/ui/request-id';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ItemRow, ItemState } from '@/lib/features/jobs/schema';
import { itemStateWords } from './words';

type Props = { rows: ItemRow[]; state: ItemState | '' };

/** A page of a job's items, in order of work. */
export function ItemTable({ rows, state }: Props) {
  if (rows.length === 0) {
    return <p className="text-quiet">{state ? 'No item is in this state.' : 'No items yet.'}</p>;
  }
  return (
    <Table label="Items">
      <TableHead>
        <Th>Item</Th>
        <Th>State</Th>
        <Th>What happened</Th>
        <Th>When</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.position}>
            <Td className="max-w-72">
              <span className="block truncate font-medium" title={row.label}>
                {row.label}
              </span>
              <span className="block truncate font-mono text-xs text-quiet">{row.key}</span>
            </Td>
            <Td>
              <Status tone={itemStateWords[row.state].tone}>{itemStateWords[row.state].label}</Status>
            </Td>
            <Td className="max-w-xl whitespace-normal">
              {row.sentence ?? '–'}
              {row.requestId ? <RequestId id={row.requestId} /> : null}
            </Td>
            <Td quiet>
              <RelativeTime time={row.finishedAt} missing="–" />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

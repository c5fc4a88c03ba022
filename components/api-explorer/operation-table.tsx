import { Badge } from '@/components/ui/badge';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { OperationRow } from '@/lib/features/api-explorer/schema';
import { paths } from '@/lib/paths';
import { actLabels, actTones, closedBecause } from './words';

/** Operations one below the other; the name is the link. */
export function OperationTable({ environment, rows }: { environment: string; rows: OperationRow[] }) {
  return (
    <Table label="Operations">
      <TableHead>
        <Th>Operation</Th>
        <Th>Request</Th>
        <Th>What it does</Th>
        <Th>In words</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.key}>
            <Td className="max-w-64 truncate font-mono text-xs" title={row.key}>
              <RowLink href={paths.apiOperation(environment, row.key)}>{row.key}</RowLink>
            </Td>
            <Td className="max-w-64 truncate font-mono text-xs" title={`${row.verb} ${row.path}`}>
              {row.verb} {row.path.replace('/api/v1', '')}
            </Td>
            <Td>
              <Marks row={row} />
            </Td>
            <Td quiet className="max-w-40 truncate" title={row.summary}>
              {row.summary || '–'}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What an operation does, and whether it is closed, a preview or on its way out. */
export function Marks({ row: { act, callers, preview, deprecated } }: { row: OperationRow }) {
  return (
    <span className="inline-flex gap-1 whitespace-nowrap">
      {act ? (
        <Badge tone={actTones[act]}>{actLabels[act]}</Badge>
      ) : (
        <span title={closedBecause(callers)}>
          <Badge>Closed to clients</Badge>
        </span>
      )}
      {preview ? <Badge>Preview</Badge> : null}
      {deprecated ? <Badge tone="warning">Deprecated</Badge> : null}
    </span>
  );
}

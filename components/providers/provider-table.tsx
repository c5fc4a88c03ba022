import { Badge } from '@/components/ui/badge';
import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ProviderRow } from '@/lib/features/providers/schema';
import { paths } from '@/lib/paths';
import { authTypeWords } from './words';

type Props = { environment: string; rows: ProviderRow[] };

/** Providers one below the other; the name is the link. */
export function ProviderTable({ environment, rows }: Props) {
  return (
    <Table label="Providers">
      <TableHead>
        <Th>Name</Th>
        <Th>Kind</Th>
        <Th>People authorize by</Th>
        <Th>Requests go to</Th>
        <Th>Identifier</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.identifier}>
            <Td className="max-w-64 truncate" title={row.description || row.name}>
              <RowLink href={paths.provider(environment, row.identifier)}>{row.name}</RowLink>
            </Td>
            <Td>
              <span className="flex gap-1">
                <Badge>{row.isCustom ? 'Custom' : 'Built in'}</Badge>
                {row.isMcp ? <Badge>MCP</Badge> : null}
                {row.comingSoon ? <Badge>Coming soon</Badge> : null}
              </span>
            </Td>
            <Td>{row.authTypes.map(authTypeWords).join(', ') || '–'}</Td>
            <Td className="max-w-72 truncate font-mono text-xs" title={row.proxyUrl}>
              {row.proxyUrl ? (row.proxyEnabled ? row.proxyUrl : `${row.proxyUrl} (off)`) : '–'}
            </Td>
            <Td quiet>
              <RowId id={row.identifier} what={`identifier of ${row.name}`} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

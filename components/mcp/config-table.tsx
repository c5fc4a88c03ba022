import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { McpConfigRow } from '@/lib/features/mcp-configs/schema';
import { paths } from '@/lib/paths';

type Props = { environment: string; rows: McpConfigRow[] };

/** MCP configurations one below the other; the name is the link. */
export function ConfigTable({ environment, rows }: Props) {
  return (
    <Table label="MCP configurations">
      <TableHead>
        <Th>Name</Th>
        <Th>Description</Th>
        <Th>Connections</Th>
        <Th>Id</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-64 truncate" title={row.name}>
              <RowLink href={paths.mcpConfig(environment, row.id)}>{row.name}</RowLink>
            </Td>
            <Td quiet className="max-w-72 truncate" title={row.description}>
              {row.description || '–'}
            </Td>
            <Td className="max-w-64 truncate font-mono text-xs">
              {row.mappings.map(({ connection }) => connection).join(' ') || '–'}
            </Td>
            <Td quiet>
              <RowId id={row.id} what={`id of ${row.name}`} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

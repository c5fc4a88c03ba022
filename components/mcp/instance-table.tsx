import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { McpInstanceRow } from '@/lib/features/mcp-instances/schema';
import { paths } from '@/lib/paths';

type Props = { environment: string; rows: McpInstanceRow[] };

/** Instances one below the other; the name is the link. */
export function InstanceTable({ environment, rows }: Props) {
  return (
    <Table label="MCP instances">
      <TableHead>
        <Th>Name</Th>
        <Th>Person</Th>
        <Th>Configuration</Th>
        <Th>Last used</Th>
        <Th>Id</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-64 truncate" title={row.name}>
              <RowLink href={paths.mcpInstance(environment, row.id)}>{row.name}</RowLink>
            </Td>
            <Td className="max-w-56 truncate" title={row.person}>
              {row.person}
            </Td>
            <Td className="max-w-48 truncate">
              {row.config ? (
                <Link
                  href={paths.mcpConfig(environment, row.config.id)}
                  prefetch={false}
                  className="text-link"
                >
                  {row.config.name}
                </Link>
              ) : (
                'gone'
              )}
            </Td>
            <Td quiet>
              <RelativeTime time={row.lastUsedAt} missing="never" />
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

import Link from 'next/link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { McpMapping } from '@/lib/features/mcp-configs/schema';
import { paths } from '@/lib/paths';

type Props = { environment: string; mappings: McpMapping[] };

/** Which tools of which connections an agent may use. */
export function MappingTable({ environment, mappings }: Props) {
  return (
    <Table label="Tools per connection">
      <TableHead>
        <Th>Connection</Th>
        <Th>Provider</Th>
        <Th>Tools</Th>
      </TableHead>
      <tbody>
        {mappings.map(({ connectionId, connection, provider, tools }) => (
          <Tr key={connection}>
            <Td className="max-w-56 truncate" title={connection}>
              {connectionId ? (
                <Link
                  href={paths.appConnection(environment, connectionId)}
                  prefetch={false}
                  className="text-link"
                >
                  {connection}
                </Link>
              ) : (
                connection
              )}
            </Td>
            <Td className="font-mono text-xs">{provider || '–'}</Td>
            <Td className="whitespace-normal">
              {tools.length === 0 ? (
                'All of them, also those that the provider adds later'
              ) : (
                <span className="font-mono text-xs wrap-anywhere">{tools.join(' ')}</span>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

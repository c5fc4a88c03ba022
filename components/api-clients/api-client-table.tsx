import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ApiClientRow } from '@/lib/features/api-clients/schema';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = { environment: string; organizationId: string; rows: ApiClientRow[] };

/** The customer's machines; the name is the link. */
export function ApiClientTable({ environment, organizationId, rows }: Props) {
  return (
    <Table label="API clients">
      <TableHead>
        <Th>Name</Th>
        <Th>Scopes</Th>
        <Th>Secrets</Th>
        <Th>Last used</Th>
        <Th>Created</Th>
        <Th>Client id</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.clientId}>
            <Td className="max-w-72 truncate">
              <RowLink href={paths.apiClient(environment, organizationId, row.clientId)}>{row.name}</RowLink>
            </Td>
            <Td className="max-w-56 truncate font-mono text-xs" title={row.scopes.join(' ')}>
              {row.scopes.join(' ') || '–'}
            </Td>
            <Td>{formatCount(row.secrets.length)}</Td>
            <Td quiet>
              <RelativeTime time={lastUse(row)} missing="not known" />
            </Td>
            <Td quiet>
              <RelativeTime time={row.createdAt} />
            </Td>
            <Td quiet>
              <RowId id={row.clientId} what={`client id of ${row.name}`} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function lastUse({ secrets }: ApiClientRow): string | null {
  return secrets.map(({ lastUsedAt }) => lastUsedAt).reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b), null);
}

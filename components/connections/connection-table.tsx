import Link from 'next/link';
import { SelectAll, SelectRow } from '@/components/selection/select-box';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ConnectionRow } from '@/lib/features/connections/schema';
import { paths } from '@/lib/paths';
import { connectionStatusWords, enabledWords } from './words';

type Props = {
  environment: string;
  rows: ConnectionRow[];
  /** In a list of all customers: whose each is. */
  withOrganization?: boolean;
  /** True inside of a `Selection`. */
  selects?: boolean;
};

/** Connections one below the other; the provider is the link. */
export function ConnectionTable({ environment, rows, withOrganization = false, selects = false }: Props) {
  return (
    <Table label="Connections">
      <TableHead>
        {selects ? (
          <Th className="w-8">
            <SelectAll noun="connections" />
          </Th>
        ) : null}
        <Th>Identity provider</Th>
        <Th>Type</Th>
        {withOrganization ? <Th>Organization</Th> : null}
        <Th>Sign-in</Th>
        <Th>Set-up</Th>
        <Th>Domains</Th>
        <Th>Created</Th>
        {withOrganization ? null : <Th>Id</Th>}
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            {selects ? (
              <Td>
                <SelectRow id={row.id} label={labelOf(row)} />
              </Td>
            ) : null}
            <Td className="max-w-56 truncate">
              <RowLink href={paths.connection(environment, row.organizationId, row.id)}>
                {row.provider}
              </RowLink>
            </Td>
            <Td>{row.type}</Td>
            {withOrganization ? (
              <Td className="max-w-56 truncate">
                <Link
                  href={paths.connections(environment, row.organizationId)}
                  prefetch={false}
                  className="text-link"
                >
                  {row.organizationName ?? row.organizationId}
                </Link>
              </Td>
            ) : null}
            <Td>
              <Status tone={enabledWords(row).tone}>{enabledWords(row).label}</Status>
            </Td>
            <Td>
              <Status tone={connectionStatusWords[row.status].tone}>
                {connectionStatusWords[row.status].label}
              </Status>
            </Td>
            <Td className="max-w-48 truncate" title={row.domains.join(', ')}>
              {row.domains.join(', ') || '–'}
            </Td>
            <Td quiet>
              <RelativeTime time={row.createdAt} />
            </Td>
            {withOrganization ? null : (
              <Td quiet>
                <RowId id={row.id} what={`id of the connection to ${row.provider}`} />
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function labelOf({ provider, organizationName, id }: ConnectionRow): string {
  return `the connection to ${provider} of ${organizationName ?? id}`;
}

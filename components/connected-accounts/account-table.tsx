import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { type AccountRow, queueStatuses } from '@/lib/features/connected-accounts/schema';
import { paths, withSearch } from '@/lib/paths';
import { SendLinkButton } from './send-link-button';
import { statusWords } from './words';

type Props = {
  environment: string;
  /** Whose they are, where the list is one customer's; else empty. */
  organizationId: string;
  rows: AccountRow[];
  maySend: boolean;
};

/** People's accounts at providers; the identifier is the link. Who needs a new link gets it from the row, in the place of an id. */
export function AccountTable({ environment, organizationId, rows, maySend }: Props) {
  const hrefOf = (id: string) =>
    withSearch(paths.connectedAccount(environment, id), { organization: organizationId });
  return (
    <Table label="Connected accounts">
      <TableHead>
        <Th>Person</Th>
        <Th>Connection</Th>
        <Th>State</Th>
        <Th>Token runs out</Th>
        <Th>Last used</Th>
        {maySend ? (
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        ) : null}
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-64 truncate" title={row.identifier}>
              <RowLink href={hrefOf(row.id)}>{row.identifier}</RowLink>
            </Td>
            <Td className="max-w-48 truncate" title={`${row.connector} (${row.provider})`}>
              <Link
                href={paths.appConnection(environment, row.connectionId)}
                prefetch={false}
                className="text-link font-mono text-xs"
              >
                {row.connector}
              </Link>
            </Td>
            <Td>
              <Status tone={statusWords[row.status].tone}>{statusWords[row.status].label}</Status>
            </Td>
            <Td quiet>
              <RelativeTime time={row.tokenExpiresAt} missing="–" />
            </Td>
            <Td quiet>
              <RelativeTime time={row.lastUsedAt} missing="never" />
            </Td>
            {maySend ? (
              <Td>
                {queueStatuses.includes(row.status) ? (
                  <SendLinkButton
                    environment={environment}
                    accountId={row.id}
                    organizationId={organizationId}
                    identifier={row.identifier}
                  />
                ) : null}
              </Td>
            ) : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

import { DialogLink } from '@/components/ui/dialog-link';
import { RowId } from '@/components/ui/row-id';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { McpAccount } from '@/lib/mcp-account';
import { accountWords } from './words';

type Props = { accounts: McpAccount[]; mayAuthorize: boolean };

/** Where a person stands with each connection, and the way to what is missing. */
export function AccountTable({ accounts, mayAuthorize }: Props) {
  return (
    <Table label="Connected accounts">
      <TableHead>
        <Th>Connection</Th>
        <Th>Provider</Th>
        <Th>State</Th>
        <Th>Account</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {accounts.map((account) => {
          const { tone, label } = accountWords(account);
          return (
            <Tr key={account.connectionId}>
              <Td className="max-w-56 truncate" title={account.connection}>
                {account.connection}
              </Td>
              <Td className="font-mono text-xs">{account.provider || '–'}</Td>
              <Td>
                <Status tone={tone}>{label}</Status>
              </Td>
              <Td quiet>
                {account.accountId ? (
                  <RowId id={account.accountId} what={`id of the account at ${account.connection}`} />
                ) : (
                  '–'
                )}
              </Td>
              <Td>
                {mayAuthorize && account.status !== 'ACTIVE' ? (
                  <DialogLink
                    dialog={`authorize:${account.connectionId}`}
                    variant="secondary"
                    size="small"
                    aria-label={`Get an authorization link for ${account.connection}`}
                  >
                    Get link
                  </DialogLink>
                ) : null}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

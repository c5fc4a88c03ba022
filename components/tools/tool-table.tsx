import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ToolRow } from '@/lib/features/tools/schema';
import { paths, withSearch } from '@/lib/paths';

type Props = {
  environment: string;
  rows: ToolRow[] /** The list is of somebody's accounts. */;
  scoped: boolean;
};

/** Tools one below the other; the name is the link. */
export function ToolTable({ environment, rows, scoped }: Props) {
  return (
    <Table label="Tools">
      <TableHead>
        <Th>Name</Th>
        <Th>Provider</Th>
        <Th>What it does</Th>
        {scoped ? <Th>Account</Th> : null}
      </TableHead>
      <tbody>
        {rows.map(({ key, name, provider, description, accountId }) => (
          <Tr key={key}>
            <Td className="max-w-80 truncate font-mono text-xs" title={name}>
              <RowLink href={withSearch(paths.tool(environment, name), { account: accountId })}>
                {name}
              </RowLink>
            </Td>
            <Td>{provider}</Td>
            <Td className="max-w-96 truncate" title={description}>
              {description || '–'}
            </Td>
            {scoped ? (
              <Td quiet>{accountId ? <RowId id={accountId} what={`account of ${name}`} /> : '–'}</Td>
            ) : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { AppConnectionRow } from '@/lib/features/app-connections/schema';
import { paths } from '@/lib/paths';
import { stateWords, typeWords } from './words';

type Props = { environment: string; rows: AppConnectionRow[] };

/** App connections one below the other; the key is the link. */
export function AppConnectionTable({ environment, rows }: Props) {
  return (
    <Table label="App connections">
      <TableHead>
        <Th>Key</Th>
        <Th>Provider</Th>
        <Th>Agents sign in by</Th>
        <Th>State</Th>
        <Th>Created</Th>
        <Th>Id</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-48 truncate" title={row.keyId}>
              <RowLink href={paths.appConnection(environment, row.id)}>{row.keyId}</RowLink>
            </Td>
            <Td className="max-w-36 truncate" title={row.providerKey}>
              <Link
                href={paths.provider(environment, row.providerKey)}
                prefetch={false}
                className="text-link font-mono text-xs"
              >
                {row.providerKey}
              </Link>
            </Td>
            <Td>{typeWords(row.type)}</Td>
            <Td>
              <Status tone={stateWords(row).tone}>{stateWords(row).label}</Status>
            </Td>
            <Td quiet>
              <RelativeTime time={row.createdAt} />
            </Td>
            <Td quiet className="max-w-48 truncate">
              <RowId id={row.id} what={`id of ${row.keyId}`} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

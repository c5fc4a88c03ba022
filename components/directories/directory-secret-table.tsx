import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { DirectorySecret } from '@/lib/features/directories/schema';
import { secretWords } from './words';

/** The bearer secrets of a directory, each known by its last four characters. */
export function DirectorySecretTable({ secrets }: { secrets: DirectorySecret[] }) {
  return (
    <Table label="Secrets">
      <TableHead>
        <Th>Ends in</Th>
        <Th>Status</Th>
        <Th>Last used</Th>
        <Th>Expires</Th>
        <Th>Added</Th>
        <Th>Id</Th>
      </TableHead>
      <tbody>
        {secrets.map((secret) => (
          <Tr key={secret.id}>
            <Td className="font-mono text-xs">…{secret.suffix}</Td>
            <Td>
              <Status tone={secretWords(secret).tone}>{secretWords(secret).label}</Status>
            </Td>
            <Td quiet>
              <RelativeTime time={secret.lastUsedAt} missing="never, or not known" />
            </Td>
            <Td quiet>
              <RelativeTime time={secret.expiresAt} missing="not known" />
            </Td>
            <Td quiet>
              <RelativeTime time={secret.createdAt} />
            </Td>
            <Td quiet>
              <RowId id={secret.id} what={`id of the secret ending in ${secret.suffix}`} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

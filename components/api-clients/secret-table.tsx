import { DialogLink } from '@/components/ui/dialog-link';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ClientSecretRow } from '@/lib/client-secret';

type Props = { secrets: ClientSecretRow[]; mayRemove: boolean; maySwitch?: boolean };

/** The secrets of a client, each known by its last four characters. */
export function SecretTable({ secrets, mayRemove, maySwitch = false }: Props) {
  return (
    <Table label="Secrets">
      <TableHead>
        <Th>Ends in</Th>
        <Th>Status</Th>
        <Th>Last used</Th>
        <Th>Expires</Th>
        <Th>Added</Th>
        <Th>Id</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {secrets.map((secret) => (
          <Tr key={secret.id}>
            <Td className="font-mono text-xs">…{secret.suffix}</Td>
            <Td>
              <Status tone={secret.isActive ? 'success' : 'neutral'}>
                {secret.isActive ? 'Active' : 'Inactive'}
              </Status>
            </Td>
            <Td quiet>
              <RelativeTime time={secret.lastUsedAt} missing="not known" />
            </Td>
            <Td quiet>
              <RelativeTime time={secret.expiresAt} missing="never" />
            </Td>
            <Td quiet>
              <RelativeTime time={secret.createdAt} />
            </Td>
            <Td quiet>
              <RowId id={secret.id} what={`id of the secret ending in ${secret.suffix}`} />
            </Td>
            <Td>
              {maySwitch ? (
                <DialogLink
                  dialog={`switch-secret:${secret.id}`}
                  variant="secondary"
                  size="small"
                  className="mr-2"
                  aria-label={`${secret.isActive ? 'Deactivate' : 'Activate'} the secret ending in ${secret.suffix}`}
                >
                  {secret.isActive ? 'Deactivate' : 'Activate'}
                </DialogLink>
              ) : null}
              {mayRemove && secrets.length > 1 ? (
                <DialogLink
                  dialog={`remove-secret:${secret.id}`}
                  variant="secondary"
                  size="small"
                  aria-label={`Remove the secret ending in ${secret.suffix}`}
                >
                  Remove
                </DialogLink>
              ) : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

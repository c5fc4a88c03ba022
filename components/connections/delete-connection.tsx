'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { TextField } from '@/components/forms/text-field';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteConnection } from '@/lib/features/connections/actions';
import { type ConnectionDetail, deleteConnectionInput } from '@/lib/features/connections/schema';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & { environment: string; organizationId: string; connection: ConnectionDetail };

/** Deletes a connection for good: its name typed, a reason given. */
export default function DeleteConnection({ environment, organizationId, connection, onClose }: Props) {
  const router = useRouter();
  const form = useActionForm({
    name: `connection.delete:${connection.id}`,
    environment,
    schema: deleteConnectionInput,
    defaultValues: { organizationId, connectionId: connection.id, confirmName: '', reason: '' },
    action: deleteConnection,
    check: ({ confirmName }) => checkTyped('confirmName', confirmName, connection.keyId),
    onSuccess: () => router.replace(paths.connections(environment, organizationId)),
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete the connection to ${connection.provider}?`}
      submitLabel="Delete connection"
      effects={[
        connection.enabled
          ? 'Whoever signs in through it cannot any more. How many do is not known: the API does not count them.'
          : 'It is disabled: nobody signs in through it now.',
        domainEffect(connection.domains.length),
        'The customer sets up a new one from the start: addresses and ids are others then.',
      ]}
      call={{
        method: 'DELETE',
        path: `/api/v1/organizations/${organizationId}/connections/${connection.id}`,
      }}
      fields={
        <>
          <TypedConfirmation name="confirmName" expected={connection.keyId} what="connection" />
          <TextField name="reason" label="Reason" help="Goes into the staff log." />
        </>
      }
      onClose={onClose}
    >
      There is no way back.
    </ConfirmDialog>
  );
}

function domainEffect(count: number): string {
  if (count === 0) return 'No domain was given to it: none loses its way.';
  return `${formatQuantity(count, 'domain')} ${count === 1 ? 'loses its' : 'lose their'} way to it and ${count === 1 ? 'stays' : 'stay'} with the customer.`;
}

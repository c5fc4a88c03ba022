'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { disableConnection, enableConnection } from '@/lib/features/connections/actions';
import { type ConnectionDetail, connectionInput } from '@/lib/features/connections/schema';
import { formatList } from '@/lib/format';

type Props = LazyDialogProps & { environment: string; organizationId: string; connection: ConnectionDetail };

/** Lets people sign in through a connection, or stops it. */
export default function SwitchConnection(props: Props) {
  return props.connection.enabled ? <DisableForm {...props} /> : <EnableForm {...props} />;
}

function EnableForm({ environment, organizationId, connection, onClose }: Props) {
  const form = useActionForm({
    name: `connection.enable:${connection.id}`,
    environment,
    schema: connectionInput,
    defaultValues: { organizationId, connectionId: connection.id },
    action: enableConnection,
    onSuccess: onClose,
  });
  return (
    <FormDialog form={form} title="Enable this connection?" submitLabel="Enable connection" onClose={onClose}>
      <p>
        {connection.domains.length > 0
          ? `Addresses at ${formatList(connection.domains)} are led to ${connection.provider} from now on.`
          : `No domain leads to it: people reach it only where your application names the connection.`}
      </p>
      <p>Scalekit refuses while something is missing, and says what.</p>
    </FormDialog>
  );
}

function DisableForm({ environment, organizationId, connection, onClose }: Props) {
  const form = useActionForm({
    name: `connection.disable:${connection.id}`,
    environment,
    schema: connectionInput,
    defaultValues: { organizationId, connectionId: connection.id },
    action: disableConnection,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title="Disable this connection?"
      submitLabel="Disable connection"
      effects={[
        'Nobody signs in through it from now on. How many do is not known: the API does not count them.',
        'Sessions that are open stay open.',
      ]}
      call={{
        method: 'PATCH',
        path: `/api/v1/organizations/${organizationId}/connections/${connection.id}:disable`,
      }}
      onClose={onClose}
    >
      Its settings stay, and it can be enabled again at once.
    </ConfirmDialog>
  );
}

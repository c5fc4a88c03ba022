'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { disableAppConnection, enableAppConnection } from '@/lib/features/app-connections/actions';
import { type AppConnectionDetail, appConnectionInput } from '@/lib/features/app-connections/schema';

type Props = LazyDialogProps & { environment: string; connection: AppConnectionDetail };

/** Lets agents act through a connection, or stops them. */
export default function SwitchAppConnection(props: Props) {
  return props.connection.enabled ? <DisableForm {...props} /> : <EnableForm {...props} />;
}

function EnableForm({ environment, connection, onClose }: Props) {
  const form = useActionForm({
    name: `app_connection.enable:${connection.id}`,
    environment,
    schema: appConnectionInput,
    defaultValues: { connectionId: connection.id },
    action: enableAppConnection,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Enable ${connection.keyId}?`}
      submitLabel="Enable connection"
      onClose={onClose}
    >
      <p>Agents act through it again, with the accounts that are still connected, for all customers.</p>
      <p>Scalekit refuses while something is missing, and says what.</p>
    </FormDialog>
  );
}

function DisableForm({ environment, connection, onClose }: Props) {
  const form = useActionForm({
    name: `app_connection.disable:${connection.id}`,
    environment,
    schema: appConnectionInput,
    defaultValues: { connectionId: connection.id },
    action: disableAppConnection,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Disable ${connection.keyId}?`}
      submitLabel="Disable connection"
      effects={[
        'Agents act through it no more, for any customer: it serves the whole environment.',
        'People’s connected accounts and its settings stay.',
      ]}
      call={{ method: 'PATCH', path: `/api/v1/connections/${connection.id}:disable` }}
      onClose={onClose}
    >
      A lead can enable it again at once.
    </ConfirmDialog>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { useSelection } from '@/components/selection/selection';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { disableConnections, enableConnections } from '@/lib/features/connections/actions';
import { type ConnectionRow, switchConnectionsInput } from '@/lib/features/connections/schema';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & {
  environment: string;
  /** Null in the list of all customers. */
  organizationId: string | null;
  rows: ConnectionRow[];
};

/** Enables or disables the chosen connections, by a job. The dialog's subject says which. */
export default function SwitchSelected(props: Props) {
  const { ids } = useSelection();
  if (ids.length > 0)
    return <SwitchForm {...props} chosen={props.rows.filter(({ id }) => ids.includes(id))} />;
  return (
    <MessageDialog title="No connection is chosen" onClose={props.onClose}>
      Choose rows in the list first.
    </MessageDialog>
  );
}

type FormProps = Props & { chosen: ConnectionRow[] };

function SwitchForm({ environment, organizationId, chosen, subject, onClose }: FormProps) {
  const router = useRouter();
  const enables = subject === 'enable';
  const form = useActionForm({
    name: `connection.${subject}_selected`,
    environment,
    schema: switchConnectionsInput,
    defaultValues: { organizationId, items: chosen.map(toItem) },
    action: enables ? enableConnections : disableConnections,
    onSuccess: ({ jobId }) => router.push(paths.job(environment, jobId)),
  });
  const count = formatQuantity(chosen.length, 'connection');
  const names = new Set(chosen.map(({ organizationName, organizationId: id }) => organizationName ?? id));
  return (
    <ConfirmDialog
      form={form}
      title={enables ? `Enable ${count}?` : `Disable ${count}?`}
      submitLabel={enables ? 'Enable connections' : 'Disable connections'}
      effects={[
        `It concerns ${formatQuantity(names.size, 'organization')}.`,
        enables
          ? 'Scalekit refuses one where something is missing; the report says what.'
          : 'Nobody signs in through them from then on. Sessions that are open stay open.',
      ]}
      call={{
        method: 'PATCH',
        path: `/api/v1/organizations/{id}/connections/{id}:${enables ? 'enable' : 'disable'}`,
      }}
      onClose={onClose}
    >
      A job does it, one after the other, and reports on each. You can pause it and close the tab.
    </ConfirmDialog>
  );
}

function toItem({ id, organizationId, organizationName, provider, type }: ConnectionRow) {
  const label = `${provider} (${type}), ${organizationName ?? organizationId}`.slice(0, 200);
  return { organizationId, connectionId: id, label };
}

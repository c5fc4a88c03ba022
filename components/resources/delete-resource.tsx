'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { TextField } from '@/components/forms/text-field';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteResource } from '@/lib/features/resources/actions';
import { deleteResourceInput, type ResourceRow } from '@/lib/features/resources/schema';
import { formatQuantity } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & {
  environment: string;
  resource: ResourceRow;
  /** What the page has read; null where it could not. */
  clients: number | null;
  consents: number | null;
};

/** Takes a resource away for good, with its clients and what people let them do. */
export default function DeleteResource({ environment, resource, clients, consents, onClose }: Props) {
  const router = useRouter();
  const form = useActionForm({
    name: `resource.delete:${resource.id}`,
    environment,
    schema: deleteResourceInput,
    defaultValues: { resourceId: resource.id, confirmName: '', reason: '' },
    action: deleteResource,
    check: ({ confirmName }) => checkTyped('confirmName', confirmName, resource.name),
    onSuccess: () => router.replace(paths.resources(environment)),
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete ${isolate(resource.name)}?`}
      submitLabel="Delete resource"
      effects={[
        clients === null
          ? 'How many clients go with it could not be counted.'
          : `${formatQuantity(clients, 'client goes', 'clients go')} with it: no agent gets a new token.`,
        consents === null
          ? 'How many consents go with it could not be counted.'
          : `${formatQuantity(consents, 'consent goes', 'consents go')} with it.`,
      ]}
      call={{ method: 'DELETE', path: `/api/v1/resources/${resource.id}` }}
      fields={
        <>
          <TypedConfirmation name="confirmName" expected={resource.name} what="resource" />
          <TextField name="reason" label="Reason" help="Goes into the staff log." />
        </>
      }
      onClose={onClose}
    >
      There is no way back.
    </ConfirmDialog>
  );
}

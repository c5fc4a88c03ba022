'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteMcpInstance } from '@/lib/features/mcp-instances/actions';
import { deleteMcpInstanceInput, type McpInstanceRow } from '@/lib/features/mcp-instances/schema';
import { isolate } from '@/lib/isolate';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & { environment: string; instance: McpInstanceRow };

/** Takes a person's server away. */
export default function DeleteInstance({ environment, instance, onClose }: Props) {
  const router = useRouter();
  const { id: instanceId, name } = instance;
  const form = useActionForm({
    name: `mcp_instance.delete:${instanceId}`,
    environment,
    schema: deleteMcpInstanceInput,
    defaultValues: { instanceId, confirmName: '' },
    action: deleteMcpInstance,
    check: ({ confirmName }) => checkTyped('confirmName', confirmName, name),
    onSuccess: () => router.replace(paths.mcpInstances(environment)),
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete ${isolate(name)}?`}
      submitLabel="Delete instance"
      effects={[
        'Its address answers no more: the agent of this person stops.',
        'The person’s accounts and the configuration stay.',
      ]}
      call={{ method: 'DELETE', path: `/api/v1/mcp/instances/${instanceId}` }}
      fields={<TypedConfirmation name="confirmName" expected={name} what="instance" />}
      onClose={onClose}
    >
      There is no way back: a new instance has another address.
    </ConfirmDialog>
  );
}

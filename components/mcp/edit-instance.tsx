'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateMcpInstance } from '@/lib/features/mcp-instances/actions';
import { type McpInstanceRow, updateMcpInstanceInput } from '@/lib/features/mcp-instances/schema';
import { isolate } from '@/lib/isolate';

type Props = LazyDialogProps & { environment: string; instance: McpInstanceRow };

/** Renames an instance, or gives its person another configuration at the same address. */
export default function EditInstance({ environment, instance, onClose }: Props) {
  const form = useActionForm({
    name: `mcp_instance.update:${instance.id}`,
    environment,
    schema: updateMcpInstanceInput,
    defaultValues: {
      instanceId: instance.id,
      name: instance.name,
      configName: instance.config?.name ?? '',
    },
    action: updateMcpInstance,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Edit ${isolate(instance.name)}`}
      submitLabel="Save changes"
      onClose={onClose}
    >
      <TextField autoFocus name="name" label="Name" />
      <TextField
        mono
        name="configName"
        label="Configuration"
        help="With another one, the agent has other tools from its next call on, and the person may have to authorize more."
      />
    </FormDialog>
  );
}

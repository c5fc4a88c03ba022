'use client';

import { useRouter } from 'next/navigation';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createMcpInstance } from '@/lib/features/mcp-instances/actions';
import { createMcpInstanceInput } from '@/lib/features/mcp-instances/schema';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & { environment: string; configName: string; person: string };

/** Gives a person a server of their own; one that is there already is simply opened. */
export default function CreateInstance({ environment, configName, person, onClose }: Props) {
  const router = useRouter();
  const form = useActionForm({
    name: `mcp_instance.create:${configName}`,
    environment,
    schema: createMcpInstanceInput,
    defaultValues: { configName, person, name: '' },
    action: createMcpInstance,
    onSuccess: ({ instanceId }) => router.push(paths.mcpInstance(environment, instanceId)),
  });
  return (
    <FormDialog
      form={form}
      title="Create MCP instance"
      description="A person has one instance of a configuration: if there is one, it is opened as it is."
      submitLabel="Create instance"
      onClose={onClose}
    >
      <TextField mono autoFocus={!configName} name="configName" label="Configuration" help="Its name." />
      <TextField
        autoFocus={configName !== ''}
        name="person"
        label="Identifier"
        help="As the person’s connected accounts are named."
      />
      <TextField optional name="name" label="Name" help="Empty: Scalekit makes one." />
    </FormDialog>
  );
}

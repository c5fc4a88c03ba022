'use client';

import { useRouter } from 'next/navigation';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createMcpConfig } from '@/lib/features/mcp-configs/actions';
import { createMcpConfigInput } from '@/lib/features/mcp-configs/schema';
import { paths } from '@/lib/paths';
import { ConfigFields } from './config-fields';

type Props = LazyDialogProps & { environment: string };

/** Makes an MCP server from tools of app connections. */
export default function CreateConfig({ environment, onClose }: Props) {
  const router = useRouter();
  const form = useActionForm({
    name: 'mcp_config.create',
    environment,
    schema: createMcpConfigInput,
    defaultValues: { name: '', description: '', mappings: [{ connection: '', tools: '' }] },
    action: createMcpConfig,
    onSuccess: ({ configId }) => router.push(paths.mcpConfig(environment, configId)),
  });
  return (
    <FormDialog
      form={form}
      title="Create MCP configuration"
      description="Scalekit serves it at once, at an address of its own."
      submitLabel="Create configuration"
      width="wide"
      onClose={onClose}
    >
      <TextField
        autoFocus
        mono
        name="name"
        label="Name"
        help="Lowercase letters, digits, - and _. Code names it by this, and it cannot be changed."
      />
      <LiveQueries>
        <ConfigFields environment={environment} />
      </LiveQueries>
    </FormDialog>
  );
}

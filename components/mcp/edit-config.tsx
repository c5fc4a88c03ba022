'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateMcpConfig } from '@/lib/features/mcp-configs/actions';
import { type McpConfigRow, updateMcpConfigInput, versionOf } from '@/lib/features/mcp-configs/schema';
import { ConfigFields } from './config-fields';

type Props = LazyDialogProps & { environment: string; config: McpConfigRow };

/** Changes the tools of a server; the list of connections is replaced as a whole. */
export default function EditConfig({ environment, config, onClose }: Props) {
  const form = useActionForm({
    name: `mcp_config.update:${config.id}`,
    environment,
    schema: updateMcpConfigInput,
    defaultValues: {
      configId: config.id,
      description: config.description,
      mappings: config.mappings.map(({ connection, tools }) => ({ connection, tools: tools.join('\n') })),
      seen: versionOf(config),
    },
    action: updateMcpConfig,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Edit ${config.name}`}
      description="For every agent that uses it, from its next call on. Who uses a connection that is new here has to authorize it first."
      submitLabel="Save changes"
      width="wide"
      onClose={onClose}
    >
      <LiveQueries>
        <ConfigFields environment={environment} />
      </LiveQueries>
    </FormDialog>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { TextField } from '@/components/forms/text-field';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteMcpConfig } from '@/lib/features/mcp-configs/actions';
import {
  deleteMcpConfigInput,
  type McpConfigImpact,
  type McpConfigRow,
} from '@/lib/features/mcp-configs/schema';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & { environment: string; config: McpConfigRow };

/** Deletes a configuration for good: its instances counted, its name typed, a reason given. */
export default function DeleteConfig(props: Props) {
  return (
    <LiveQueries>
      <DeleteForm {...props} />
    </LiveQueries>
  );
}

function DeleteForm({ environment, config, onClose }: Props) {
  const router = useRouter();
  const { id: configId, name } = config;
  const impact = useLiveQuery<McpConfigImpact>('mcp.impact', environment, { configId }, { staleTime: 0 });
  const form = useActionForm({
    name: `mcp_config.delete:${configId}`,
    environment,
    schema: deleteMcpConfigInput,
    defaultValues: { configId, confirmName: '', reason: '' },
    action: deleteMcpConfig,
    check: ({ confirmName }) => checkTyped('confirmName', confirmName, name),
    onSuccess: () => router.replace(paths.mcpConfigs(environment)),
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete ${name}?`}
      submitLabel="Delete configuration"
      effects={[
        impact.isPending ? 'Counting its instances…' : instanceWords(impact.data?.instances ?? null),
        'Its server address answers no more, and no session token of it opens anything.',
        'App connections and people’s accounts stay.',
      ]}
      call={{ method: 'DELETE', path: `/api/v1/mcp/configs/${configId}` }}
      fields={
        <>
          <TypedConfirmation name="confirmName" expected={name} what="configuration" />
          <TextField name="reason" label="Reason" help="Goes into the staff log." />
        </>
      }
      onClose={onClose}
    >
      There is no way back: a new configuration has another address.
    </ConfirmDialog>
  );
}

function instanceWords(instances: number | null): string {
  if (instances === null) return 'How many instances go with it could not be counted.';
  if (instances === 0) return 'No instance goes with it.';
  return `${formatQuantity(instances, 'instance goes', 'instances go')} with it: the agents of as many people stop.`;
}

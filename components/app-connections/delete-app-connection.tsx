'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { TextField } from '@/components/forms/text-field';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteAppConnection } from '@/lib/features/app-connections/actions';
import {
  type AppConnectionDetail,
  type AppConnectionImpact,
  deleteAppConnectionInput,
} from '@/lib/features/app-connections/schema';
import { formatList, formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & { environment: string; connection: AppConnectionDetail };

/** Deletes an app connection for good: what goes with it counted, its key typed, a reason given. */
export default function DeleteAppConnection(props: Props) {
  return (
    <LiveQueries>
      <DeleteForm {...props} />
    </LiveQueries>
  );
}

function DeleteForm({ environment, connection, onClose }: Props) {
  const router = useRouter();
  const { id: connectionId, keyId } = connection;
  const impact = useLiveQuery<AppConnectionImpact>(
    'appConnections.impact',
    environment,
    { connectionId },
    { staleTime: 0 },
  );
  const form = useActionForm({
    name: `app_connection.delete:${connectionId}`,
    environment,
    schema: deleteAppConnectionInput,
    defaultValues: { connectionId, confirmName: '', reason: '' },
    action: deleteAppConnection,
    check: ({ confirmName }) => checkTyped('confirmName', confirmName, keyId),
    onSuccess: () => router.replace(paths.appConnections(environment)),
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete ${keyId}?`}
      submitLabel="Delete connection"
      effects={[
        ...(impact.isPending ? ['Counting what goes with it…'] : effectsOf(impact.data)),
        'Whatever names it by its key, in your code or in an agent, fails from now on.',
      ]}
      call={{ method: 'DELETE', path: `/api/v1/connections/${connectionId}` }}
      fields={
        <>
          <TypedConfirmation name="confirmName" expected={keyId} what="connection" />
          <TextField name="reason" label="Reason" help="Goes into the staff log." />
        </>
      }
      onClose={onClose}
    >
      There is no way back, and it is for all customers at once.
    </ConfirmDialog>
  );
}

function effectsOf(impact: AppConnectionImpact | undefined): string[] {
  const { accounts, configs } = impact ?? { accounts: null, configs: null };
  return [
    accounts === null
      ? 'How many connected accounts go with it could not be counted.'
      : accounts === 0
        ? 'No connected account goes with it.'
        : `${formatQuantity(accounts, 'connected account goes', 'connected accounts go')} with it: people would have to connect again elsewhere.`,
    configs === null
      ? 'Which MCP configurations use it could not be looked up.'
      : configs.length === 0
        ? 'None of the first 30 MCP configurations uses it.'
        : `MCP configurations that lose its tools: ${formatList(configs)}.`,
  ];
}

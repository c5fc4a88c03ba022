'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteProvider } from '@/lib/features/providers/actions';
import {
  deleteProviderInput,
  type ProviderDetail,
  type ProviderImpact,
} from '@/lib/features/providers/schema';
import { formatList, formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & { environment: string; provider: ProviderDetail };

/** Deletes a custom provider for good: what depends on it counted, its name typed. */
export default function DeleteProvider(props: Props) {
  return (
    <LiveQueries>
      <DeleteForm {...props} />
    </LiveQueries>
  );
}

function DeleteForm({ environment, provider, onClose }: Props) {
  const router = useRouter();
  const { identifier, name } = provider;
  const impact = useLiveQuery<ProviderImpact>(
    'providers.impact',
    environment,
    { identifier },
    { staleTime: 0 },
  );
  const form = useActionForm({
    name: `provider.delete:${identifier}`,
    environment,
    schema: deleteProviderInput,
    defaultValues: { identifier, confirmName: '' },
    action: deleteProvider,
    check: ({ confirmName }) => checkTyped('confirmName', confirmName, name.trim()),
    onSuccess: () => router.replace(paths.providers(environment)),
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete ${name}?`}
      submitLabel="Delete provider"
      effects={impact.isPending ? ['Looking up what depends on it…'] : effectsOf(impact.data)}
      call={{ method: 'DELETE', path: `/api/v1/custom-providers/${identifier}` }}
      fields={<TypedConfirmation name="confirmName" expected={name.trim()} what="provider" />}
      onClose={onClose}
    >
      There is no way back. Scalekit may refuse while connections use it: delete those first.
    </ConfirmDialog>
  );
}

function effectsOf(impact: ProviderImpact | undefined): string[] {
  const { connections, accounts } = impact ?? { connections: null, accounts: null };
  return [
    connections === null
      ? 'Which app connections use it could not be looked up.'
      : connections.total === 0
        ? 'No app connection uses it.'
        : `${formatQuantity(connections.total, 'app connection uses', 'app connections use')} it: ${formatList(shorten(connections))}.`,
    accounts === null
      ? 'How many connected accounts depend on it could not be counted.'
      : accounts === 0
        ? 'No connected account depends on it.'
        : `${formatQuantity(accounts, 'connected account depends', 'connected accounts depend')} on it, of all customers together.`,
  ];
}

function shorten({ total, keys }: { total: number; keys: string[] }): string[] {
  const shown = keys.slice(0, 5);
  return total > shown.length ? [...shown, `${total - shown.length} more`] : shown;
}

'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { useSelection } from '@/components/selection/selection';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { revokeApiKeys } from '@/lib/features/api-keys/actions';
import { type ApiKeyRow, revokeApiKeysInput } from '@/lib/features/api-keys/schema';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & { environment: string; organizationId: string; rows: ApiKeyRow[] };

/** Revokes the chosen keys by a job; `all` as the dialog's subject means every active key of the organization. */
export default function RevokeSelected(props: Props) {
  const { ids } = useSelection();
  if (props.subject === 'all') return <RevokeForm {...props} chosen={null} />;
  const chosen = props.rows.filter(({ tokenId }) => ids.includes(tokenId));
  if (chosen.length > 0) return <RevokeForm {...props} chosen={chosen} />;
  return (
    <MessageDialog title="No key is chosen" onClose={props.onClose}>
      Choose rows in the list first.
    </MessageDialog>
  );
}

type FormProps = Props & { chosen: ApiKeyRow[] | null };

function RevokeForm({ environment, organizationId, chosen, onClose }: FormProps) {
  const router = useRouter();
  const form = useActionForm({
    name: `api_key.revoke_selected:${organizationId}`,
    environment,
    schema: revokeApiKeysInput,
    defaultValues: { organizationId, keys: chosen?.map(toKey) ?? null },
    action: revokeApiKeys,
    onSuccess: ({ jobId }) => router.push(paths.job(environment, jobId)),
  });
  const what = chosen ? formatQuantity(chosen.length, 'API key') : 'every API key of this organization';
  return (
    <ConfirmDialog
      form={form}
      title={`Revoke ${what}?`}
      submitLabel={chosen ? 'Revoke API keys' : 'Revoke all API keys'}
      effects={[
        'Whatever still uses them fails from then on. There is no way back: a new key has another value.',
        'Whether one is in use is not known: Scalekit does not report when a key was last used.',
        ...(chosen ? [] : ['Keys of its users are among them, and those on other pages of the list.']),
      ]}
      call={{ method: 'POST', path: '/api/v1/tokens:invalidate' }}
      onClose={onClose}
    >
      A job does it, one after the other, and reports on each. You can pause it and close the tab.
    </ConfirmDialog>
  );
}

function toKey({ tokenId, suffix, description }: ApiKeyRow) {
  return { tokenId, label: description ? `…${suffix}, ${description}` : `…${suffix}` };
}

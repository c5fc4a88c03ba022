'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { replaceDirectorySecrets } from '@/lib/features/directories/actions';
import { type DirectorySecret, directoryInput } from '@/lib/features/directories/schema';
import { formatList, formatQuantity } from '@/lib/format';
import type { OfDirectory } from './dialogs';
import { RevealDirectorySecret } from './reveal-directory-secret';
import { useRevealedSecret } from './use-revealed-secret';
import { isWorking } from './words';

type Props = LazyDialogProps & OfDirectory;

/** A new secret in the place of all others, which stop at once: what to do about a leak. */
export default function ReplaceDirectorySecrets({ environment, organizationId, directory, onClose }: Props) {
  const { secret, setSecret, putAway } = useRevealedSecret(onClose);
  const form = useActionForm({
    name: `directory.replace_secrets:${directory.id}`,
    environment,
    schema: directoryInput,
    defaultValues: { organizationId, directoryId: directory.id },
    action: replaceDirectorySecrets,
    onSuccess: setSecret,
  });
  if (secret) {
    return (
      <RevealDirectorySecret
        environment={environment}
        organizationId={organizationId}
        title="Secrets replaced"
        secret={secret}
        directory={directory}
        onDone={putAway}
      >
        Pushes are refused until this one is entered at the identity provider. The page shows afterwards what
        became of each of the others.
      </RevealDirectorySecret>
    );
  }
  return (
    <ConfirmDialog
      form={form}
      title="Replace all secrets?"
      submitLabel="Replace secrets"
      effects={[
        stopped(directory.secrets.filter((one) => isWorking(one))),
        'Every push is refused until the new secret is entered at the identity provider. Nobody is removed meanwhile.',
        'Scalekit describes this call by its name only: look afterwards whether the others are inactive.',
      ]}
      call={{
        method: 'POST',
        path: `/api/v1/organizations/${organizationId}/directories/${directory.id}/secrets:regenerate`,
      }}
      onClose={onClose}
    >
      For a secret that has leaked. To rotate without a gap, add a secret instead.
    </ConfirmDialog>
  );
}

function stopped(working: DirectorySecret[]): string {
  if (working.length === 0) return 'No secret works now.';
  const suffixes = formatList(working.map(({ suffix }) => `…${suffix}`));
  return `${formatQuantity(working.length, 'secret')} ${working.length === 1 ? 'stops' : 'stop'} working at once: ${suffixes}.`;
}

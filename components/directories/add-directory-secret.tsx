'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { addDirectorySecret } from '@/lib/features/directories/actions';
import { directoryInput } from '@/lib/features/directories/schema';
import type { OfDirectory } from './dialogs';
import { RevealDirectorySecret } from './reveal-directory-secret';
import { useRevealedSecret } from './use-revealed-secret';
import { isWorking } from './words';

type Props = LazyDialogProps & OfDirectory;

/** One more secret beside those in use: a rotation without a gap. */
export default function AddDirectorySecret({ environment, organizationId, directory, onClose }: Props) {
  const { secret, setSecret, putAway } = useRevealedSecret(onClose);
  const form = useActionForm({
    name: `directory.add_secret:${directory.id}`,
    environment,
    schema: directoryInput,
    defaultValues: { organizationId, directoryId: directory.id },
    action: addDirectorySecret,
    onSuccess: setSecret,
  });
  if (secret) {
    return (
      <RevealDirectorySecret title="Secret added" secret={secret} directory={directory} onDone={putAway}>
        Secrets in use go on working until they expire or all are replaced.
      </RevealDirectorySecret>
    );
  }
  const rotates = directory.secrets.some((one) => isWorking(one));
  return (
    <FormDialog
      form={form}
      title={`Add a secret to ${directory.name}?`}
      submitLabel="Add secret"
      onClose={onClose}
    >
      {rotates ? (
        <>
          <p>Nothing stops: the secrets in use go on working beside the new one.</p>
          <p>
            Scalekit cannot retire one of them alone. An old secret ends when it expires, or when all are
            replaced.
          </p>
        </>
      ) : (
        <p>No secret works now: pushes are refused until the customer’s administrator enters this one.</p>
      )}
    </FormDialog>
  );
}

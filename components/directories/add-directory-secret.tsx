'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { addDirectorySecret } from '@/lib/features/directories/actions';
import { directoryInput } from '@/lib/features/directories/schema';
import { formatExactTime } from '@/lib/format';
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
  const working = directory.secrets.filter((one) => isWorking(one));
  if (secret) {
    return (
      <RevealDirectorySecret
        environment={environment}
        organizationId={organizationId}
        title="Secret added"
        secret={secret}
        directory={directory}
        onDone={putAway}
      >
        {working.length > 0
          ? 'Pushes with the secrets in use go on as before, so the customer’s administrator can change over in their own time.'
          : 'Pushes are refused until it is entered at the identity provider.'}
      </RevealDirectorySecret>
    );
  }
  return (
    <FormDialog
      form={form}
      title={`Add a secret to ${directory.name}?`}
      submitLabel="Add secret"
      onClose={onClose}
    >
      {working.length > 0 ? (
        <>
          <p>Nothing stops: the secrets in use go on working beside the new one.</p>
          <ul className="list-disc pl-4">
            {working.map(({ id, suffix, expiresAt }) => (
              <li key={id}>
                <span className="font-mono text-xs">…{suffix}</span>{' '}
                {expiresAt ? `works until ${formatExactTime(expiresAt)}.` : 'works until all are replaced.'}
              </li>
            ))}
          </ul>
          <p className="text-quiet">
            Scalekit cannot retire one of them alone. Once the new one is entered, replacing all would stop it
            too: leave the old one to its expiry, unless it has leaked.
          </p>
        </>
      ) : (
        <p>No secret works now: pushes are refused until the customer’s administrator enters this one.</p>
      )}
    </FormDialog>
  );
}

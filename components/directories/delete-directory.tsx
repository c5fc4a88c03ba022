'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { TextField } from '@/components/forms/text-field';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteDirectory } from '@/lib/features/directories/actions';
import { deleteDirectoryInput } from '@/lib/features/directories/schema';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { OfDirectory } from './dialogs';
import { DisableForm } from './disable-form';

type Props = LazyDialogProps & OfDirectory;

/** Deletes a directory for good. Scalekit refuses while it is enabled, so that comes first; then the dialog goes on. */
export default function DeleteDirectory(props: Props) {
  if (!props.directory.enabled) return <DeleteForm {...props} />;
  // The page is read again after it, and this dialog with it.
  return (
    <DisableForm {...props} title={`Disable ${props.directory.name} first`} onDisabled={() => {}}>
      Scalekit deletes no directory that is enabled. This step can be taken back; the next one cannot.
    </DisableForm>
  );
}

function DeleteForm({ environment, organizationId, directory, onClose }: Props) {
  const router = useRouter();
  const form = useActionForm({
    name: `directory.delete:${directory.id}`,
    environment,
    schema: deleteDirectoryInput,
    defaultValues: { organizationId, directoryId: directory.id, confirmName: '', reason: '' },
    action: deleteDirectory,
    check: ({ confirmName }) => checkTyped('confirmName', confirmName, directory.name),
    onSuccess: () => router.replace(paths.directories(environment, organizationId)),
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete ${directory.name}?`}
      submitLabel="Delete directory"
      effects={[
        `${formatQuantity(directory.users, 'user')} and ${formatQuantity(directory.groups, 'group')} of the directory go. Members stay members: nobody is signed out.`,
        'Nobody is provisioned or removed through it any more: who leaves the customer stays a member until somebody removes them.',
        `${formatQuantity(directory.secrets.length, 'secret')} and ${formatQuantity(directory.assignments.length, 'role mapping')} go with it. A new directory has another address.`,
      ]}
      call={{
        method: 'DELETE',
        path: `/api/v1/organizations/${organizationId}/directories/${directory.id}`,
      }}
      fields={
        <>
          <TypedConfirmation name="confirmName" expected={directory.name} what="directory" />
          <TextField name="reason" label="Reason" help="Goes into the staff log." />
        </>
      }
      onClose={onClose}
    >
      There is no way back.
    </ConfirmDialog>
  );
}

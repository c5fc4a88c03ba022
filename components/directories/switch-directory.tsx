'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { enableDirectory } from '@/lib/features/directories/actions';
import { directoryInput } from '@/lib/features/directories/schema';
import type { OfDirectory } from './dialogs';
import { DisableForm } from './disable-form';

type Props = LazyDialogProps & OfDirectory;

/** Lets a directory provision, or stops it. */
export default function SwitchDirectory(props: Props) {
  if (!props.directory.enabled) return <EnableForm {...props} />;
  return (
    <DisableForm {...props} title="Disable this directory?" onDisabled={props.onClose}>
      Its users, groups, secrets and mappings stay, and it can be enabled again at once.
    </DisableForm>
  );
}

function EnableForm({ environment, organizationId, directory, onClose }: Props) {
  const form = useActionForm({
    name: `directory.enable:${directory.id}`,
    environment,
    schema: directoryInput,
    defaultValues: { organizationId, directoryId: directory.id },
    action: enableDirectory,
    onSuccess: onClose,
  });
  return (
    <FormDialog form={form} title="Enable this directory?" submitLabel="Enable directory" onClose={onClose}>
      <p>Pushes are taken again from now on, with the secrets that have not expired.</p>
      <p>What was pushed while it was disabled was refused: the identity provider has to send it again.</p>
    </FormDialog>
  );
}

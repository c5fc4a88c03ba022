'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { onlyChanged } from '@/components/organizations/only-changed';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateUser } from '@/lib/features/users/actions';
import { type UserDetail, updateUserInput } from '@/lib/features/users/schema';

type Props = LazyDialogProps & { environment: string; user: UserDetail };

/** Changes the profile of a user; only what was changed is sent. */
export default function EditUser({ environment, user, onClose }: Props) {
  const defaultValues = {
    userId: user.id,
    givenName: user.givenName ?? '',
    familyName: user.familyName ?? '',
    name: user.fullName ?? '',
    preferredUsername: user.preferredUsername ?? '',
    externalId: user.externalId ?? '',
    phoneNumber: user.phoneNumber ?? '',
    locale: user.locale ?? '',
    gender: user.gender ?? '',
    picture: user.picture ?? '',
  };
  const form = useActionForm({
    name: `user.update:${user.id}`,
    environment,
    schema: updateUserInput,
    defaultValues,
    action: (request) =>
      updateUser({
        ...request,
        input: { ...onlyChanged(request.input, defaultValues), userId: user.id },
      }),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title="Edit profile"
      description={
        <>
          The e-mail <span className="wrap-anywhere">{user.email}</span> cannot be changed: Scalekit keeps it
          for good. Somebody with a new address is a new user.
        </>
      }
      submitLabel="Save profile"
      onClose={onClose}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <TextField name="givenName" label="Given name" optional />
        <TextField name="familyName" label="Family name" optional />
        <TextField name="name" label="Full name" optional />
        <TextField name="preferredUsername" label="User name" optional />
        <TextField name="phoneNumber" label="Phone" type="tel" optional />
        <TextField name="locale" label="Locale" optional placeholder="en-GB" />
        <TextField name="externalId" label="External id" optional mono />
        <TextField name="gender" label="Gender" optional />
      </div>
      <TextField name="picture" label="Picture URL" optional mono />
    </FormDialog>
  );
}

'use client';

import { useFormContext } from 'react-hook-form';
import { TextField } from '@/components/forms/text-field';
import { Checkbox } from '@/components/ui/choice';

// An error must not stay folded away.
const moreFields = [
  ...['name', 'preferredUsername', 'givenName', 'familyName', 'phoneNumber', 'picture', 'locale', 'gender'],
  ...['organizationExternalId', 'organizationExternalName', 'groups', 'roles', 'customAttributes'],
];

/** Everything that can be told of somebody who signs in; two of it are needed. */
export function PersonDetails() {
  const { register, formState } = useFormContext();
  const folded = Object.keys(formState.errors).some((name) => moreFields.includes(name));
  return (
    <>
      <div className="grid gap-4 md:grid-cols-2">
        <TextField name="sub" label="Id in your own system (sub)" mono />
        <TextField name="email" label="E-mail address" type="email" />
      </div>
      <Checkbox label="The e-mail address is confirmed" {...register('emailVerified')} />
      <details open={folded || undefined}>
        <summary className="w-fit rounded-sm font-medium">More about the person</summary>
        <div className="mt-3 grid gap-4 md:grid-cols-2">
          <TextField name="name" label="Name" optional />
          <TextField name="preferredUsername" label="User name" optional />
          <TextField name="givenName" label="Given name" optional />
          <TextField name="familyName" label="Family name" optional />
          <TextField name="phoneNumber" label="Phone number" optional />
          <Checkbox
            label="The phone number is confirmed"
            className="self-center"
            {...register('phoneNumberVerified')}
          />
          <TextField name="picture" label="Address of a picture" optional mono />
          <TextField name="locale" label="Locale" optional help="Such as en-GB." />
          <TextField name="gender" label="Gender" optional />
          <TextField name="organizationExternalId" label="Your id of the organization" optional mono />
          <TextField name="organizationExternalName" label="Name of the organization" optional />
          <TextField name="groups" label="Groups" optional multiline help="One to a line." />
          <TextField name="roles" label="Roles" optional multiline help="One to a line." />
          <TextField
            name="customAttributes"
            label="Custom attributes"
            optional
            multiline
            mono
            help="A JSON object."
          />
        </div>
      </details>
    </>
  );
}

'use client';

import { TextField } from '@/components/forms/text-field';

/** Whose sign-in it is, where it is not that of the console's own client. */
export function ClientFields() {
  return (
    <>
      <TextField
        name="clientId"
        label="Client id"
        optional
        mono
        help="The application of the sign-in. Empty is the environment’s own client, whose secret Keydesk has."
      />
      <TextField
        name="clientSecret"
        label="Client secret"
        type="password"
        optional
        mono
        autoComplete="off"
        help="Of another application. Leave it empty for one that has none and proves itself by PKCE."
      />
    </>
  );
}

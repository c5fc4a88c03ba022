'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { LocalForm } from '@/components/forms/local-form';
import { TextField } from '@/components/forms/text-field';
import { Notice } from '@/components/ui/notice';
import { buildSignOutUrl, signOutUrlInput } from '@/lib/features/oauth-urls/schema';
import { BuiltUrl } from './built-url';

/** Builds the address that ends a person's session, to be opened in that person's browser. */
export function SignOutUrl({ base }: { base: string }) {
  const form = useForm({
    resolver: zodResolver(signOutUrlInput),
    mode: 'onChange',
    defaultValues: { id_token_hint: '', post_logout_redirect_uri: '', state: '' },
  });
  const parsed = signOutUrlInput.safeParse(form.watch());
  return (
    <LocalForm form={form}>
      <div className="flex max-w-3xl flex-col gap-4">
        <Notice tone="info" title="It ends the session of the browser that opens it">
          To end somebody else’s session, use their user page: it works at once and needs no address.
        </Notice>
        <TextField
          name="id_token_hint"
          label="ID token"
          optional
          mono
          help="Says whose session ends. The address then holds it: treat it like a password."
        />
        <TextField
          name="post_logout_redirect_uri"
          label="Where to go afterwards"
          optional
          mono
          help="It must be registered exactly like this."
        />
        <TextField name="state" label="State" optional mono help="Comes back unchanged." />
      </div>
      <BuiltUrl
        url={parsed.success ? buildSignOutUrl(base, parsed.data) : null}
        what="sign-out address"
        openLabel="Open in a new tab"
      />
    </LocalForm>
  );
}

import { useFormContext } from 'react-hook-form';
import { TextField } from '@/components/forms/text-field';
import { Checkbox } from '@/components/ui/choice';

/** What a resource is made of; the same when it is made and when it is changed. */
export function ResourceFields() {
  const { register } = useFormContext();
  return (
    <>
      <TextField autoFocus name="name" label="Name" help="People read it when they are asked for consent." />
      <TextField optional name="description" label="Description" />
      <TextField
        optional
        mono
        name="resourceUri"
        label="Address"
        help="Of the server itself: its tokens are for this address alone."
      />
      <TextField
        optional
        mono
        name="logoUri"
        label="Logo"
        help="An https:// address. People see it when they are asked for consent."
      />
      <TextField
        optional
        multiline
        mono
        name="scopes"
        label="Scopes"
        help="One to a line, as permissions of the environment are named."
      />
      <TextField
        optional
        name="accessTokenExpiry"
        label="An access token lives (seconds)"
        inputMode="numeric"
        help="From 60 to 86400. Empty: as long as Scalekit lets it."
      />
      <TextField
        optional
        name="refreshTokenExpiry"
        label="A refresh token lives (seconds)"
        inputMode="numeric"
        help="From 60 to 31536000, a year. Empty: as long as Scalekit lets it."
      />
      <Checkbox
        label="Clients are made here alone"
        hint="Without it, an agent may register itself."
        {...register('disableDynamicClientRegistration')}
      />
      <Checkbox
        label="Accept client documents"
        hint="An agent may name itself by a document at its own address (CIMD)."
        {...register('enableCimd')}
      />
      <Checkbox
        label="Only scopes that the person has"
        hint="A token holds no more than the person’s permissions."
        {...register('intersectScopesUserPermission')}
      />
    </>
  );
}

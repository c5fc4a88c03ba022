import { useFormContext } from 'react-hook-form';
import { KeyValueFields } from '@/components/forms/key-value-fields';
import { TextField } from '@/components/forms/text-field';
import { Checkbox } from '@/components/ui/choice';

/** What an application is made of; the same when it is made and when it is changed. */
export function ClientFields() {
  const { register } = useFormContext();
  return (
    <>
      <TextField autoFocus name="name" label="Name" />
      <TextField
        optional
        multiline
        mono
        name="postLoginUris"
        label="Redirect addresses"
        help="Where people may return to after signing in: one to a line, compared letter by letter."
      />
      <TextField
        optional
        multiline
        mono
        name="postLogoutRedirectUris"
        label="Sign-out addresses"
        help="Where people may return to after signing out: one to a line."
      />
      <TextField
        optional
        multiline
        mono
        name="backChannelLogoutUris"
        label="Back-channel addresses"
        help="Scalekit tells them that a session has ended: one to a line."
      />
      <TextField
        optional
        mono
        name="initiateLoginUri"
        label="Start of sign-in"
        help="Where a sign-in that began elsewhere is sent to begin again."
      />
      <TextField
        optional
        name="accessTokenExpiry"
        label="An access token lives (seconds)"
        inputMode="numeric"
        help="From 60 to 86400. Empty: as long as Scalekit lets it."
      />
      <TextField optional multiline mono name="scopes" label="Scopes" help="One to a line." />
      <KeyValueFields
        name="customClaims"
        label="Custom claims"
        noun="claim"
        limit={20}
        help="They stand in every token. Nothing secret belongs here."
      />
      <Checkbox
        label="Require PKCE"
        hint="A stolen code is of no use without the verifier. Every current library can."
        {...register('enforcePkce')}
      />
      <Checkbox
        label="Keep its tokens out of Scalekit’s API"
        hint="Leave it on for applications that only sign people in."
        {...register('disallowScalekitApiAccess')}
      />
    </>
  );
}

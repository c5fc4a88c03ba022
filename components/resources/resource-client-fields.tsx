import { KeyValueFields } from '@/components/forms/key-value-fields';
import { TextField } from '@/components/forms/text-field';

/** What a client of a resource is made of; the same when it is made and when it is changed. */
export function ResourceClientFields() {
  return (
    <>
      <TextField autoFocus name="name" label="Name" help="People read it when they are asked for consent." />
      <TextField optional name="description" label="Description" />
      <TextField
        optional
        multiline
        mono
        name="redirectUris"
        label="Redirect addresses"
        help="Where people may return to after consent: one to a line."
      />
      <TextField optional multiline mono name="scopes" label="Scopes" help="One to a line." />
      <TextField
        optional
        multiline
        mono
        name="audience"
        label="Audience"
        help="One to a line: the address of an API that its tokens are for, besides the resource."
      />
      <TextField
        optional
        name="expiry"
        label="A token lives (seconds)"
        inputMode="numeric"
        help="From 60 to 86400. Empty: as the resource says."
      />
      <KeyValueFields
        name="customClaims"
        label="Custom claims"
        noun="claim"
        limit={20}
        help="They stand in every token of the client. Nothing secret belongs here."
      />
    </>
  );
}

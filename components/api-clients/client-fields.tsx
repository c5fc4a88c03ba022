import { KeyValueFields } from '@/components/forms/key-value-fields';
import { TextField } from '@/components/forms/text-field';

/** What a machine client is made of; the same when it is made and when it is changed. */
export function ClientFields({ merges = false }: { merges?: boolean }) {
  const kept = merges ? ' Empty keeps what there is: Scalekit cannot clear it.' : '';
  return (
    <>
      <TextField
        name="name"
        label="Name"
        autoFocus
        help="What runs with it, so that whoever finds it next year knows."
      />
      <TextField name="description" label="Description" optional help={kept || undefined} />
      <TextField
        name="scopes"
        label="Scopes"
        optional
        multiline
        mono
        help={`One to a line, as your API checks them: orders:read.${kept}`}
      />
      <TextField
        name="audience"
        label="Audience"
        optional
        multiline
        mono
        help={`One to a line: the address of the API that the token is for.${kept}`}
      />
      <TextField
        name="expirySeconds"
        label="A token lives (seconds)"
        inputMode="numeric"
        help="Each token that the machine fetches lives so long; 3600 is an hour."
      />
      <KeyValueFields
        name="customClaims"
        label="Custom claims"
        noun="claim"
        limit={20}
        help={`They stand in every token of the client. Nothing secret belongs here.${kept}`}
      />
    </>
  );
}

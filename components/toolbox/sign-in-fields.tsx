import { FormField } from '@/components/forms/form-field';
import { TextField } from '@/components/forms/text-field';
import { Select } from '@/components/ui/select';
import { prompts, socialProviders } from '@/lib/features/oauth-urls/schema';

/** The parameters that any sign-in needs. */
export function BaseFields() {
  return (
    <>
      <TextField name="client_id" label="Client id" mono help="The application that people sign in to." />
      <TextField
        name="redirect_uri"
        label="Redirect URI"
        mono
        autoFocus
        help="Where Scalekit sends the person back. It must be registered exactly like this."
      />
      <TextField
        name="scope"
        label="Scope"
        mono
        help="openid profile email by default. Add offline_access for a refresh token."
      />
      <TextField
        name="state"
        label="State"
        optional
        mono
        help="Comes back unchanged, so that the application knows its own request."
      />
      <TextField
        name="nonce"
        label="Nonce"
        optional
        mono
        help="Comes back in the ID token, against replay."
      />
    </>
  );
}

/** The parameters that choose the way in, the strongest first. */
export function ChoosingFields() {
  return (
    <>
      <Choice
        name="provider"
        label="Social provider"
        options={socialProviders}
        help="Stronger than all below."
      />
      <TextField name="connection_id" label="Connection id" optional mono />
      <TextField name="organization_id" label="Organization id" optional mono />
      <TextField name="domain" label="Domain" optional mono help="Sent as domain and as domain_hint." />
      <TextField name="login_hint" label="E-mail address (login_hint)" optional mono />
      <Choice
        name="prompt"
        label="Prompt"
        options={prompts}
        help="login: sign in again. consent: ask again. create: open the sign-up. none: fail instead of asking."
      />
    </>
  );
}

type ChoiceProps = { name: string; label: string; help: string; options: readonly string[] };

function Choice({ name, label, help, options }: ChoiceProps) {
  return (
    <FormField name={name} label={label} optional help={help}>
      {(control) => (
        <Select {...control}>
          <option value="">None</option>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </Select>
      )}
    </FormField>
  );
}

import { ChoiceField } from '@/components/forms/choice-field';
import { TextField } from '@/components/forms/text-field';
import { FieldGroup, SettingChoice, SettingSwitch, SettingText } from './fields';
import { fieldLabels } from './labels';
import { SharedGroups } from './shared-groups';

type Props = {
  /** What the server sends in place of a secret that is set; null when none is. */
  clientSecretMask: string | null;
};

/** Every setting of OpenID Connect that the API takes. */
export function OidcGroups({ clientSecretMask }: Props) {
  return (
    <>
      <FieldGroup title="Identity provider">
        <SettingText name="issuer" help="As the provider writes it: ID tokens are compared with it." />
        <SettingText optional name="discoveryEndpoint" />
        <SettingText optional name="authorizeUri" />
        <SettingText optional name="tokenUri" />
        <SettingText optional name="userInfoUri" />
        <SettingText optional name="jwksUri" />
      </FieldGroup>
      <FieldGroup title="The client at the identity provider">
        <SettingText name="clientId" />
        <TextField
          mono
          type="password"
          name="clientSecret"
          label={fieldLabels.clientSecret}
          optional={clientSecretMask !== null}
          placeholder={clientSecretMask ?? undefined}
          help={
            clientSecretMask
              ? 'A secret is set, and nobody can read it here. Empty keeps it; what you type takes its place at once.'
              : 'Whoever makes the client at the provider gets it there. It is not shown again once it is saved.'
          }
        />
        <SettingChoice name="tokenAuthType" />
        <ChoiceField
          pick="many"
          name="scopes"
          label={fieldLabels.scopes}
          options={[
            { value: 'openid', label: 'openid', hint: 'Always needed.' },
            { value: 'profile', label: 'profile', hint: 'Names and picture.' },
            { value: 'email', label: 'email', hint: 'The e-mail address.' },
            { value: 'address', label: 'address' },
            { value: 'phone', label: 'phone' },
          ]}
        />
        <SettingSwitch name="pkceEnabled" help="A code that is stolen on its way is worth nothing." />
      </FieldGroup>
      <FieldGroup title="Signing out">
        <SettingSwitch name="idpLogoutRequired" help="The provider’s own session ends as well." />
      </FieldGroup>
      <SharedGroups />
    </>
  );
}

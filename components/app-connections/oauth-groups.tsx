import { FormGroup } from '@/components/agents/form-group';
import { KeyValueFields } from '@/components/forms/key-value-fields';
import { TextField } from '@/components/forms/text-field';
import { CopyButton } from '@/components/ui/copy-button';
import { fieldLabels } from './labels';
import { SettingLines, SettingSwitch, SettingText } from './setting-fields';

type Props = {
  /** What the server sends in place of a secret that is set; null when none is. */
  secretMask: string | null;
  redirectUri: string;
};

/** Every setting of an OAuth client that the API takes. */
export function OauthGroups({ secretMask, redirectUri }: Props) {
  return (
    <>
      <FormGroup title="Name">
        <SettingText name="keyId" help="What agents and connected accounts name the connection by." />
      </FormGroup>
      <FormGroup
        title="The client at the provider"
        help="Made in the provider’s developer console, with the redirect URI below."
      >
        {redirectUri ? (
          <div className="flex items-start gap-1">
            <code className="min-w-0 font-mono text-xs wrap-anywhere">{redirectUri}</code>
            <CopyButton text={redirectUri} what="redirect URI" className="-my-1.5 shrink-0" />
          </div>
        ) : null}
        <SettingText optional name="clientId" />
        <TextField
          mono
          type="password"
          name="clientSecret"
          label={fieldLabels.clientSecret}
          optional
          placeholder={secretMask ?? undefined}
          help={
            secretMask
              ? 'A secret is set, and nobody can read it here. Empty keeps it; what you type takes its place at once.'
              : 'It goes to Scalekit alone and is not shown again once it is saved.'
          }
        />
        <SettingSwitch
          name="usePlatformCreds"
          help="People see Scalekit’s name when they let the agent in. For production use a client of your own."
        />
        <SettingSwitch name="pkceEnabled" help="A code that is stolen on its way is worth nothing." />
      </FormGroup>
      <FormGroup title="What agents may do">
        <SettingLines
          name="scopes"
          optional
          help="One to a line, as the provider writes them. People who connected before keep what they allowed until they connect again."
        />
        <SettingText
          optional
          name="customScopeName"
          help="For a provider that calls the parameter something else than scope."
        />
        <SettingLines optional name="optionalScopes" help="One to a line; people may decline them." />
        <SettingText optional name="optionalScopeField" help="Such as optional_scope or bot_scope." />
      </FormGroup>
      <FormGroup title="Addresses" help="Filled in by Scalekit for the providers that it knows.">
        <SettingText optional name="authorizeUri" />
        <SettingText optional name="tokenUri" />
        <SettingText optional name="userInfoUri" />
      </FormGroup>
      <FormGroup title="Peculiarities of providers">
        <SettingText optional name="prompt" help="Such as consent: the provider asks each time." />
        <SettingText optional name="accessType" help="Google: offline, to get a refresh token." />
        <SettingText optional name="tokenAccessType" help="Dropbox: offline, to get a refresh token." />
        <SettingText optional name="tenantId" help="Microsoft: empty for accounts of any tenant." />
        <SettingText optional name="appName" help="Trello: the name that people see." />
        <KeyValueFields
          name="authorizeParams"
          label={fieldLabels.authorizeParams}
          noun="parameter"
          limit={20}
          help="Added to the address where people let the agent in. Parameters of OAuth itself are refused."
        />
        <SettingSwitch name="syncUserProfileOnLogin" />
      </FormGroup>
    </>
  );
}

import 'server-only';
import { connectionsPb } from '@/lib/scalekit/services';
import type { Setting } from './schema';

type Sides = { ours: Setting[]; theirs: Setting[] };

/** Only what is set. */
function present(settings: (Setting | false | undefined)[]): Setting[] {
  return settings.filter((one): one is Setting => !!one && one.value !== '');
}

const address = (label: string, value: string | undefined): Setting => ({
  label,
  value: value ?? '',
  copy: true,
});
const flag = (label: string, value: boolean | undefined): Setting | undefined =>
  value === undefined ? undefined : { label, value: value ? 'yes' : 'no' };

const { NameIdFormat, RequestBinding, SAMLSigningOptions, TokenAuthType } = connectionsPb;
const bindings = { [RequestBinding.HTTP_POST]: 'HTTP POST', [RequestBinding.HTTP_REDIRECT]: 'HTTP redirect' };
const nameIdFormats = {
  [NameIdFormat.UNSPECIFIED]: 'Unspecified',
  [NameIdFormat.EMAIL]: 'E-mail address',
  [NameIdFormat.TRANSIENT]: 'Transient',
  [NameIdFormat.PERSISTENT]: 'Persistent',
};
const signingOptions = {
  [SAMLSigningOptions.NO_SIGNING]: 'Nothing',
  [SAMLSigningOptions.SAML_ONLY_RESPONSE_SIGNING]: 'The response alone',
  [SAMLSigningOptions.SAML_ONLY_ASSERTION_SIGNING]: 'The assertion alone',
  [SAMLSigningOptions.SAML_RESPONSE_ASSERTION_SIGNING]: 'The response and the assertion',
  [SAMLSigningOptions.SAML_RESPONSE_OR_ASSERTION_SIGNING]: 'The response or the assertion',
};
const tokenAuthTypes = {
  [TokenAuthType.BASIC_AUTH]: 'As a header (client_secret_basic)',
  [TokenAuthType.URL_PARAMS]: 'As a parameter (client_secret_post)',
};

/** Nothing for a value that is not set; "other" for one that is newer than this console. */
function word(words: Record<number, string>, value: number): string {
  return value === 0 ? '' : (words[value] ?? 'other');
}

/** An OpenID Connect connection. The client secret is told as being there or not: its value never leaves the server. */
export function oidcSettings(config: connectionsPb.OIDCConnectionConfig): Sides {
  return {
    ours: present([
      address('Redirect URI', config.redirectUri),
      address('Redirect URI after signing out', config.postLogoutRedirectUri),
      address('Back-channel logout address', config.backchannelLogoutRedirectUri),
    ]),
    theirs: present([
      address('Issuer', config.issuer),
      address('Discovery address', config.discoveryEndpoint),
      address('Client id', config.clientId),
      { label: 'Client secret', value: config.clientSecret ? 'is set' : 'is missing' },
      address('Authorization address', config.authorizeUri),
      address('Token address', config.tokenUri),
      address('User info address', config.userInfoUri),
      address('Keys address', config.jwksUri),
      {
        label: 'Scopes',
        value: config.scopes.map((one) => connectionsPb.OIDCScope[one] ?? 'other').join(', '),
      },
      { label: 'The secret is sent', value: word(tokenAuthTypes, config.tokenAuthType) },
      flag('PKCE', config.pkceEnabled),
      flag('Signs out at the identity provider too', config.idpLogoutRequired),
      flag('Members join at their first sign-in', config.jitProvisioningWithSsoEnabled),
      flag('Profiles follow at each sign-in', config.syncUserProfileOnLogin),
    ]),
  };
}

/** A SAML connection. */
export function samlSettings(config: connectionsPb.SAMLConnectionConfigResponse): Sides {
  return {
    ours: present([
      address('Entity id (audience)', config.spEntityId),
      address('Assertion address (ACS)', config.spAssertionUrl),
      address('Metadata address', config.spMetadataUrl),
      address('Logout address', config.spSloUrl),
    ]),
    theirs: present([
      address('Entity id', config.idpEntityId),
      address('Sign-on address', config.idpSsoUrl),
      address('Metadata address', config.idpMetadataUrl),
      { label: 'Sign-on binding', value: word(bindings, config.idpSsoRequestBinding) },
      address('Logout address', config.idpSloUrl),
      { label: 'Logout binding', value: word(bindings, config.idpSloRequestBinding) },
      flag('Signs out at the identity provider too', config.idpSloRequired),
      { label: 'Name id format', value: word(nameIdFormats, config.idpNameIdFormat) },
      { label: 'Signed by the provider', value: word(signingOptions, config.samlSigningOption) },
      flag('Requests are signed', config.wantRequestSigned),
      flag('Assertions are encrypted', config.assertionEncrypted),
      address('Default redirect address', config.defaultRedirectUri),
      flag('Sign-in may start at the identity provider', config.allowIdpInitiatedLogin),
      flag('Asks for the password each time', config.forceAuthn),
      flag('Members join at their first sign-in', config.jitProvisioningWithSsoEnabled),
      flag('Profiles follow at each sign-in', config.syncUserProfileOnLogin),
    ]),
  };
}

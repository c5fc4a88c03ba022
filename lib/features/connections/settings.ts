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

/** An OpenID Connect connection. The client secret is told as being there or not: its value never leaves the server. */
export function oidcSettings(config: connectionsPb.OIDCConnectionConfig): Sides {
  return {
    ours: present([address('Redirect URI', config.redirectUri)]),
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
      flag('PKCE', config.pkceEnabled),
      flag('Members join at their first sign-in', config.jitProvisioningWithSsoEnabled),
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
    ]),
    theirs: present([
      address('Entity id', config.idpEntityId),
      address('Sign-on address', config.idpSsoUrl),
      address('Metadata address', config.idpMetadataUrl),
      address('Logout address', config.idpSloUrl),
      { label: 'Name id format', value: connectionsPb.NameIdFormat[config.idpNameIdFormat] ?? '' },
      flag('Sign-in may start at the identity provider', config.allowIdpInitiatedLogin),
      flag('Asks for the password each time', config.forceAuthn),
      flag('Members join at their first sign-in', config.jitProvisioningWithSsoEnabled),
    ]),
  };
}

import type { OidcFields, SamlFields } from '@/lib/features/connection-setup/schema';

type Fields = Omit<SamlFields, 'idpCertificate'> & OidcFields & Pick<SamlFields, 'idpCertificate'>;

/** What each field is called, in the form and where metadata is shown. */
export const fieldLabels: Record<keyof Fields, string> = {
  idpEntityId: 'Entity id',
  idpSsoUrl: 'Sign-on address (SSO URL)',
  idpSsoRequestBinding: 'Sign-on binding',
  idpCertificate: 'Signing certificate',
  idpMetadataUrl: 'Metadata address',
  idpNameIdFormat: 'Name id format',
  wantRequestSigned: 'Requests are signed',
  certificateId: 'Certificate that requests are signed with',
  samlSigningOption: 'Signed by the provider',
  assertionEncrypted: 'Assertions are encrypted',
  forceAuthn: 'Ask for the password each time (ForceAuthn)',
  defaultRedirectUri: 'Default redirect address',
  idpSloRequired: 'Sign out at the identity provider too',
  idpSloUrl: 'Logout address (SLO URL)',
  idpSloRequestBinding: 'Logout binding',
  issuer: 'Issuer',
  discoveryEndpoint: 'Discovery address',
  authorizeUri: 'Authorization address',
  tokenUri: 'Token address',
  userInfoUri: 'User info address',
  jwksUri: 'Keys address (JWKS)',
  clientId: 'Client id',
  clientSecret: 'Client secret',
  scopes: 'Scopes',
  tokenAuthType: 'The secret is sent',
  pkceEnabled: 'PKCE',
  idpLogoutRequired: 'Sign out at the identity provider too',
  jitProvisioningWithSsoEnabled: 'People join the organization at their first sign-in',
  syncUserProfileOnLogin: 'Profiles follow the identity provider at each sign-in',
  uiButtonTitle: 'Words on the sign-in button',
  configurationType: 'Where the settings come from',
  debugEnabled: 'Allow addresses without https',
};

const bindings = { HTTP_REDIRECT: 'HTTP redirect', HTTP_POST: 'HTTP POST' };

/** The values of fields that are chosen from a list, in words. */
export const valueWords = {
  idpSsoRequestBinding: bindings,
  idpSloRequestBinding: bindings,
  idpNameIdFormat: {
    EMAIL: 'E-mail address',
    PERSISTENT: 'Persistent',
    TRANSIENT: 'Transient',
    UNSPECIFIED: 'Unspecified',
  },
  samlSigningOption: {
    SAML_RESPONSE_OR_ASSERTION_SIGNING: 'The response or the assertion',
    SAML_RESPONSE_ASSERTION_SIGNING: 'The response and the assertion',
    SAML_ONLY_RESPONSE_SIGNING: 'The response alone',
    SAML_ONLY_ASSERTION_SIGNING: 'The assertion alone',
    NO_SIGNING: 'Nothing (anybody could pose as anybody)',
  },
  tokenAuthType: {
    BASIC_AUTH: 'As a header (client_secret_basic)',
    URL_PARAMS: 'As a parameter (client_secret_post)',
  },
  configurationType: { DISCOVERY: 'Metadata or discovery', MANUAL: 'Entered by hand' },
} satisfies Partial<Record<keyof Fields, Record<string, string>>>;

/** A field's value as a person reads it; null for none. */
export function inWords(name: string, value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : null;
  if (typeof value !== 'string' || value === '') return null;
  const words: Record<string, string> | undefined = valueWords[name as keyof typeof valueWords];
  return words?.[value] ?? value;
}

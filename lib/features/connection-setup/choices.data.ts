/** The identity providers that the API has a name for, in the order of a support desk's day: the API's own says nothing. */
export const providers = [
  { value: 'OKTA', label: 'Okta' },
  { value: 'MICROSOFT_AD', label: 'Microsoft Entra ID' },
  { value: 'GOOGLE', label: 'Google Workspace' },
  { value: 'ADFS', label: 'AD FS' },
  { value: 'AUTH0', label: 'Auth0' },
  { value: 'JUMPCLOUD', label: 'JumpCloud' },
  { value: 'ONELOGIN', label: 'OneLogin' },
  { value: 'PING_IDENTITY', label: 'Ping Identity' },
  { value: 'CUSTOM', label: 'Custom (any SAML or OIDC provider)' },
  { value: 'MICROSOFT', label: 'Microsoft (accounts of any tenant)' },
  { value: 'GITHUB', label: 'GitHub' },
  { value: 'GITLAB', label: 'GitLab' },
  { value: 'LINKEDIN', label: 'LinkedIn' },
  { value: 'SALESFORCE', label: 'Salesforce' },
  { value: 'IDP_SIMULATOR', label: 'IdP simulator (for tests)' },
  { value: 'SCALEKIT', label: 'Scalekit' },
] as const;

/**
 * The types that the API takes for an organization's connection: all but OAUTH, PASSWORDLESS and WEBAUTHN.
 * `group` is how the list shows them; only those of `sso` have a form of their own.
 */
export const connectionTypes = [
  { value: 'SAML', label: 'SAML 2.0', group: 'sso' },
  { value: 'OIDC', label: 'OpenID Connect', group: 'sso' },
  { value: 'PASSWORD', label: 'Password', group: 'rare' },
  { value: 'TRUSTED_IDP', label: 'Trusted identity provider', group: 'rare' },
  { value: 'BASIC', label: 'Basic authentication', group: 'rare' },
  { value: 'BEARER', label: 'Bearer token', group: 'rare' },
  { value: 'API_KEY', label: 'API key', group: 'rare' },
  { value: 'OAUTH_M2M', label: 'OAuth machine to machine', group: 'rare' },
  { value: 'TRELLO_OAUTH1', label: 'Trello OAuth 1', group: 'rare' },
  { value: 'GOOGLE_DWD', label: 'Google domain-wide delegation', group: 'rare' },
  { value: 'SMART_FHIR', label: 'SMART on FHIR', group: 'rare' },
  { value: 'NO_AUTH', label: 'No authentication', group: 'rare' },
] as const;

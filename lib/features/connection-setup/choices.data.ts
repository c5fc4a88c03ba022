/**
 * The types that the API takes for an organization's connection: all but OAUTH, PASSWORDLESS and WEBAUTHN.
 * `group` is how the list shows them; only those of `sso` have a form of their own.
 */
export const typeChoices = [
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

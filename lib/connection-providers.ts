/** Identity providers of SSO connections, as the API names them. */
export const connectionProviders = [
  'OKTA',
  'MICROSOFT_AD',
  'GOOGLE',
  'AUTH0',
  'ONELOGIN',
  'PING_IDENTITY',
  'JUMPCLOUD',
  'ADFS',
  'CUSTOM',
  'GITHUB',
  'GITLAB',
  'LINKEDIN',
  'SALESFORCE',
  'MICROSOFT',
  'IDP_SIMULATOR',
  'SCALEKIT',
] as const;

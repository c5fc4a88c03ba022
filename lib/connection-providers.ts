/**
 * Identity providers of SSO connections, as the API names them, in the order of a support desk's day: the API's own order
 * says nothing.
 */
export const connectionProviders = [
  'OKTA',
  'MICROSOFT_AD',
  'GOOGLE',
  'ADFS',
  'AUTH0',
  'JUMPCLOUD',
  'ONELOGIN',
  'PING_IDENTITY',
  'CUSTOM',
  'MICROSOFT',
  'GITHUB',
  'GITLAB',
  'LINKEDIN',
  'SALESFORCE',
  'IDP_SIMULATOR',
  'SCALEKIT',
] as const;

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

const names: Record<string, string> = {
  MICROSOFT_AD: 'Microsoft Entra ID',
  ADFS: 'AD FS',
  AUTH0: 'Auth0',
  ONELOGIN: 'OneLogin',
  JUMPCLOUD: 'JumpCloud',
  GITHUB: 'GitHub',
  GITLAB: 'GitLab',
  LINKEDIN: 'LinkedIn',
  IDP_SIMULATOR: 'IdP simulator',
};

/** `PING_IDENTITY` as `Ping Identity`; `Other` for nothing. */
export function providerWords(key: string): string {
  if (key === '') return 'Other';
  const capitalize = (word: string) => word.charAt(0) + word.slice(1).toLowerCase();
  return names[key] ?? key.split('_').map(capitalize).join(' ');
}

const names: Record<string, string> = {
  MICROSOFT_AD: 'Microsoft Entra ID',
  ADFS: 'AD FS',
  ONELOGIN: 'OneLogin',
  JUMPCLOUD: 'JumpCloud',
  AUTH0: 'Auth0',
  GITHUB: 'GitHub',
  GITLAB: 'GitLab',
  LINKEDIN: 'LinkedIn',
  IDP_SIMULATOR: 'IdP simulator',
  GOOGLE: 'Google Workspace',
};

/** An identity provider's key in words: `PING_IDENTITY` as `Ping Identity`; without a key `Other`. */
export function providerName(key: string): string {
  if (key === '') return 'Other';
  const capitalize = (word: string) => word.charAt(0) + word.slice(1).toLowerCase();
  return names[key] ?? key.split('_').map(capitalize).join(' ');
}

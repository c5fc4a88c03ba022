import type { GoogleFields, OauthFields } from '@/lib/features/app-connections/schema';

/** What each field is called, in the form and where its change is told. */
export const fieldLabels: Record<keyof OauthFields | keyof GoogleFields, string> = {
  keyId: 'Key',
  clientId: 'Client id',
  clientSecret: 'Client secret',
  usePlatformCreds: 'Scalekit’s own client, for trying out',
  authorizeUri: 'Authorization address',
  tokenUri: 'Token address',
  userInfoUri: 'User info address',
  scopes: 'Scopes',
  customScopeName: 'Parameter that scopes are sent as',
  optionalScopeField: 'Parameter of further scopes',
  optionalScopes: 'Further scopes',
  pkceEnabled: 'PKCE',
  prompt: 'Prompt',
  accessType: 'Access type',
  tokenAccessType: 'Token access type',
  tenantId: 'Entra tenant',
  appName: 'App name',
  syncUserProfileOnLogin: 'Profiles follow at each sign-in',
  authorizeParams: 'Further parameters',
  serviceAccountJson: 'Service account key',
};

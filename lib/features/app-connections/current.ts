import 'server-only';
import { toRows } from '@/lib/key-values';
import { secretMask } from '@/lib/masked-secret';
import { connectionsPb } from '@/lib/scalekit/services';
import type { AppConnectionSetup, GoogleFields, KeyFields, OauthFields } from './schema';

type Connection = connectionsPb.Connection;

/** The form of a connection as it is now. */
export function toSetup(connection: Connection): AppConnectionSetup {
  const { id: connectionId, providerKey, enabled, type } = connection;
  const about = { connectionId, providerKey, enabled };
  switch (settingsCaseOf(connection)) {
    case 'oauthConfig': {
      const config = oauthConfig(connection);
      const mask = config?.clientSecret ? secretMask : null;
      const redirectUri = config?.redirectUri ?? '';
      return { ...about, kind: 'oauth', redirectUri, fields: oauthFields(connection), secretMask: mask };
    }
    case 'googleDwdConfig': {
      const mask = googleConfig(connection)?.serviceAccountJson ? secretMask : null;
      return { ...about, kind: 'google', fields: googleFields(connection), secretMask: mask };
    }
    default: {
      const name = connectionsPb.ConnectionType[type] ?? 'Other';
      return { ...about, kind: 'other', type: name, fields: keyFields(connection) };
    }
  }
}

/** Which settings a connection takes, by its type: one that was just made may have none yet. */
export function settingsCaseOf({ type, settings }: Connection): 'oauthConfig' | 'googleDwdConfig' | null {
  const { GOOGLE_DWD, OAUTH, OAUTH_M2M, SMART_FHIR, TRELLO_OAUTH1 } = connectionsPb.ConnectionType;
  if (settings.case === 'oauthConfig' || settings.case === 'googleDwdConfig') return settings.case;
  if (type === GOOGLE_DWD) return 'googleDwdConfig';
  return [OAUTH, OAUTH_M2M, SMART_FHIR, TRELLO_OAUTH1].includes(type) ? 'oauthConfig' : null;
}

export function keyFields({ keyId }: Connection): KeyFields {
  return { keyId: keyId ?? '' };
}

/** The fields of an OAuth connection as they are. The secret is write-only: its field is empty. */
export function oauthFields(connection: Connection): OauthFields {
  const config = oauthConfig(connection);
  return {
    ...keyFields(connection),
    clientId: config?.clientId ?? '',
    clientSecret: '',
    usePlatformCreds: config?.usePlatformCreds ?? false,
    authorizeUri: config?.authorizeUri ?? '',
    tokenUri: config?.tokenUri ?? '',
    userInfoUri: config?.userInfoUri ?? '',
    scopes: config?.scopes.join('\n') ?? '',
    customScopeName: config?.customScopeName ?? '',
    optionalScopeField: config?.optionalScopes?.fieldName ?? '',
    optionalScopes: config?.optionalScopes?.scopes.join('\n') ?? '',
    pkceEnabled: config?.pkceEnabled ?? false,
    prompt: config?.prompt ?? '',
    accessType: config?.accessType ?? '',
    tokenAccessType: config?.tokenAccessType ?? '',
    tenantId: config?.tenantId ?? '',
    appName: config?.appName ?? '',
    syncUserProfileOnLogin: config?.syncUserProfileOnLogin ?? false,
    authorizeParams: toRows(config?.extensions?.extraAuthorizeParams ?? {}),
  };
}

/** The fields of a Google connection as they are. The key file is write-only: its field is empty. */
export function googleFields(connection: Connection): GoogleFields {
  const config = googleConfig(connection);
  return {
    ...keyFields(connection),
    serviceAccountJson: '',
    scopes: config?.scopes.join('\n') ?? '',
    tokenUri: config?.tokenUri ?? '',
  };
}

export function oauthConfig({ settings }: Connection) {
  return settings.case === 'oauthConfig' ? settings.value : undefined;
}

function googleConfig({ settings }: Connection) {
  return settings.case === 'googleDwdConfig' ? settings.value : undefined;
}

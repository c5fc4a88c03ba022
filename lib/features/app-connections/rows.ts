import 'server-only';
import { connectionsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { AppConnectionDetail, AppConnectionRow, AppConnectionSetting } from './schema';

const { ConnectionProvider, ConnectionStatus, ConnectionType } = connectionsPb;

type Connection = connectionsPb.Connection;
type Common = Pick<Connection, 'id' | 'provider' | 'providerKey' | 'type' | 'status' | 'enabled' | 'keyId'>;

function common(connection: Common) {
  const { id, keyId, provider, providerKey, type, status, enabled } = connection;
  return {
    id,
    keyId: keyId || id,
    providerKey: providerKey || (ConnectionProvider[provider] ?? ''),
    type: ConnectionType[type] ?? 'Other',
    enabled,
    isComplete: status === ConnectionStatus.COMPLETED,
  };
}

/** Plain row of an app connection: the vendor's message ends here. */
export function toAppConnectionRow(connection: connectionsPb.ListConnection): AppConnectionRow {
  return { ...common(connection), createdAt: toIso(connection.createdAt) };
}

export function toAppConnectionDetail(connection: Connection): AppConnectionDetail {
  const { settings } = connection;
  return {
    ...common(connection),
    createdAt: toIso(connection.createTime),
    updatedAt: toIso(connection.updateTime),
    mcpServerUrl: connection.mcpServerUrl || null,
    redirectUri: (settings.case === 'oauthConfig' && settings.value.redirectUri) || null,
    settings: readSettings(settings).filter(({ value }) => value !== ''),
  };
}

const address = (label: string, value: string | undefined): AppConnectionSetting => ({
  label,
  value: value ?? '',
  copy: true,
});
const isSet = (value: string | undefined) => (value ? 'is set' : 'is missing');
const flag = (label: string, value: boolean | undefined): AppConnectionSetting => ({
  label,
  value: value === undefined ? '' : value ? 'yes' : 'no',
});

/** Of a secret it is told whether it is there: its value never leaves the server, whatever Scalekit sends. */
function readSettings(settings: Connection['settings']): AppConnectionSetting[] {
  switch (settings.case) {
    case 'oauthConfig':
      return oauthSettings(settings.value);
    case 'googleDwdConfig':
      return [
        { label: 'Service account key', value: isSet(settings.value.serviceAccountJson) },
        { label: 'Scopes', value: settings.value.scopes.join('\n') },
        address('Token address', settings.value.tokenUri),
      ];
    case 'staticConfig':
      // Any of its values may be a password or a key.
      return Object.keys(settings.value.staticConfig ?? {}).map((label) => ({ label, value: 'is set' }));
    default:
      return [];
  }
}

function oauthSettings(config: connectionsPb.OAuthConnectionConfig): AppConnectionSetting[] {
  const own = [
    address('Client id', config.clientId),
    { label: 'Client secret', value: isSet(config.clientSecret) },
  ];
  const { optionalScopes, extensions } = config;
  return [
    ...(config.usePlatformCreds ? [{ label: 'Client', value: 'Scalekit’s own, for trying out' }] : own),
    address('Authorization address', config.authorizeUri),
    address('Token address', config.tokenUri),
    address('User info address', config.userInfoUri),
    { label: 'Scopes', value: config.scopes.join('\n') },
    { label: 'Scopes are sent as', value: config.customScopeName ?? '' },
    {
      label: `Further scopes (${optionalScopes?.fieldName})`,
      value: optionalScopes?.scopes.join('\n') ?? '',
    },
    flag('PKCE', config.pkceEnabled),
    { label: 'Prompt', value: config.prompt ?? '' },
    { label: 'Access type', value: config.accessType ?? '' },
    { label: 'Token access type', value: config.tokenAccessType ?? '' },
    { label: 'Entra tenant', value: config.tenantId ?? '' },
    { label: 'App name', value: config.appName ?? '' },
    flag('Profiles follow at each sign-in', config.syncUserProfileOnLogin),
    flag('Registered by a metadata document (CIMD)', config.isCimd),
    address('FHIR server (SMART)', extensions?.smart?.aud),
    {
      label: 'Further parameters',
      value: Object.entries(extensions?.extraAuthorizeParams ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join('\n'),
    },
  ];
}

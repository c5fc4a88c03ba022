import 'server-only';
import { secretMask } from '@/lib/masked-secret';
import { providerName } from '@/lib/provider-name';
import { connectionsPb } from '@/lib/scalekit/services';
import { type ConnectionSetup, type OidcFields, oidcScopes, type SamlFields } from './schema';

const {
  ConfigurationType,
  ConnectionType,
  NameIdFormat,
  OIDCScope,
  RequestBinding,
  SAMLSigningOptions,
  TokenAuthType,
} = connectionsPb;

type Connection = connectionsPb.Connection;

/** The form of a connection as it is now. A client secret is a mask in it, whatever Scalekit sends. */
export function toSetup(connection: Connection): ConnectionSetup {
  const { id: connectionId, enabled, type } = connection;
  const key = connection.providerKey || (connectionsPb.ConnectionProvider[connection.provider] ?? '');
  const provider = providerName(key);
  const common = { connectionId, provider, enabled };
  if (type === ConnectionType.SAML) return { ...common, type: 'SAML', ...samlSetup(connection) };
  if (type === ConnectionType.OIDC) return { ...common, type: 'OIDC', ...oidcSetup(connection) };
  return { ...common, type: 'other', typeName: ConnectionType[type] ?? 'Other' };
}

function everyType(connection: Connection) {
  return {
    uiButtonTitle: connection.uiButtonTitle ?? '',
    configurationType: wordOf<SamlFields['configurationType']>(
      ConfigurationType,
      connection.configurationType,
    ),
    debugEnabled: connection.debugEnabled ?? false,
  };
}

/** The fields of a SAML connection as they are. Certificates are added, never edited: their field is empty. */
export function samlFields(connection: Connection): SamlFields {
  const config = samlConfig(connection);
  return {
    ...everyType(connection),
    idpEntityId: config?.idpEntityId ?? '',
    idpSsoUrl: config?.idpSsoUrl ?? '',
    idpSsoRequestBinding: wordOf(RequestBinding, config?.idpSsoRequestBinding),
    idpCertificate: '',
    idpMetadataUrl: config?.idpMetadataUrl ?? '',
    idpNameIdFormat: wordOf(NameIdFormat, config?.idpNameIdFormat),
    wantRequestSigned: config?.wantRequestSigned ?? false,
    certificateId: config?.certificateId ?? '',
    samlSigningOption: wordOf(SAMLSigningOptions, config?.samlSigningOption),
    assertionEncrypted: config?.assertionEncrypted ?? false,
    forceAuthn: config?.forceAuthn ?? false,
    defaultRedirectUri: config?.defaultRedirectUri ?? '',
    idpSloRequired: config?.idpSloRequired ?? false,
    idpSloUrl: config?.idpSloUrl ?? '',
    idpSloRequestBinding: wordOf(RequestBinding, config?.idpSloRequestBinding),
    jitProvisioningWithSsoEnabled: config?.jitProvisioningWithSsoEnabled ?? false,
    syncUserProfileOnLogin: config?.syncUserProfileOnLogin ?? false,
    uiButtonTitle: connection.uiButtonTitle || config?.uiButtonTitle || '',
  };
}

/** The fields of an OpenID Connect connection as they are. The secret is write-only: its field is empty. */
export function oidcFields(connection: Connection): OidcFields {
  const config = oidcConfig(connection);
  const scopes = config?.scopes.map((one) => OIDCScope[one]) ?? [];
  return {
    ...everyType(connection),
    issuer: config?.issuer ?? '',
    discoveryEndpoint: config?.discoveryEndpoint ?? '',
    authorizeUri: config?.authorizeUri ?? '',
    tokenUri: config?.tokenUri ?? '',
    userInfoUri: config?.userInfoUri ?? '',
    jwksUri: config?.jwksUri ?? '',
    clientId: config?.clientId ?? '',
    clientSecret: '',
    scopes: oidcScopes.filter((scope) => scopes.includes(scope)),
    tokenAuthType: wordOf(TokenAuthType, config?.tokenAuthType),
    pkceEnabled: config?.pkceEnabled ?? false,
    idpLogoutRequired: config?.idpLogoutRequired ?? false,
    jitProvisioningWithSsoEnabled: config?.jitProvisioningWithSsoEnabled ?? false,
    syncUserProfileOnLogin: config?.syncUserProfileOnLogin ?? false,
  };
}

function samlSetup(connection: Connection) {
  const config = samlConfig(connection);
  return {
    fields: samlFields(connection),
    certificates: config?.idpCertificates.length ?? 0,
    idpInitiated: config?.allowIdpInitiatedLogin ?? null,
  };
}

function oidcSetup(connection: Connection) {
  const isSet = !!oidcConfig(connection)?.clientSecret;
  const fields = oidcFields(connection);
  // Nothing is chosen yet: what nearly everybody takes.
  if (fields.scopes.length === 0) fields.scopes = ['openid', 'profile', 'email'];
  return { fields, clientSecretMask: isSet ? secretMask : null };
}

function samlConfig({ settings }: Connection) {
  return settings.case === 'samlConfig' ? settings.value : undefined;
}

function oidcConfig({ settings }: Connection) {
  return settings.case === 'oidcConfig' ? settings.value : undefined;
}

/** An enum's value as the word that the API prints; empty for none, and for one that is newer than this console. */
function wordOf<Word extends string>(words: Record<number, string>, value: number | undefined): Word | '' {
  return value ? ((words[value] ?? '') as Word | '') : '';
}

import 'server-only';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { connectionsPb } from '@/lib/scalekit/services';
import { oidcFields, samlFields } from './current';
import type { OidcFields, SamlFields } from './schema';

type Update = MessageInitShape<typeof connectionsPb.UpdateConnectionSchema>;

/** What to send, and the names of the fields that are others afterwards. Null when nothing would change. */
export type Change = { update: Update; changed: string[] } | null;

/**
 * The fields to send. All that is set goes along, so that it holds whether Scalekit merges settings or replaces them.
 * What is neither set nor changed stays out: an unset switch may have a default that only Scalekit knows.
 */
function toSend<Fields extends object>(now: Fields, wanted: Fields) {
  const isEmpty = (value: unknown) => value === '' || value === false || (value as unknown[]).length === 0;
  const names = Object.keys(now) as (keyof Fields & string)[];
  const changed = names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(wanted[name]));
  const sent = new Set(names.filter((name) => changed.includes(name) || !isEmpty(wanted[name])));
  const pick = <Name extends keyof Fields & string>(name: Name): Fields[Name] | undefined =>
    sent.has(name) ? wanted[name] : undefined;
  return { changed, pick };
}

/** The change of a SAML connection. `certificate` is one PEM: the API takes one at a time. */
export function samlChange(
  connection: connectionsPb.Connection,
  wanted: SamlFields,
  certificate: string | undefined,
): Change {
  const { changed, pick } = toSend(samlFields(connection), wanted);
  if (changed.length === 0) return null;
  const { NameIdFormat, RequestBinding, SAMLSigningOptions } = connectionsPb;
  const value = {
    idpEntityId: pick('idpEntityId'),
    idpSsoUrl: pick('idpSsoUrl'),
    idpSsoRequestBinding: RequestBinding[pick('idpSsoRequestBinding') || 'REQUEST_BINDING_UNSPECIFIED'],
    idpCertificate: certificate,
    idpMetadataUrl: pick('idpMetadataUrl'),
    idpNameIdFormat: NameIdFormat[pick('idpNameIdFormat') || 'NAME_ID_FORMAT_NIL'],
    wantRequestSigned: pick('wantRequestSigned'),
    certificateId: pick('certificateId'),
    samlSigningOption: SAMLSigningOptions[pick('samlSigningOption') || 'SAML_SIGNING_OPTIONS_UNSPECIFIED'],
    assertionEncrypted: pick('assertionEncrypted'),
    forceAuthn: pick('forceAuthn'),
    defaultRedirectUri: pick('defaultRedirectUri'),
    idpSloRequired: pick('idpSloRequired'),
    idpSloUrl: pick('idpSloUrl'),
    idpSloRequestBinding: RequestBinding[pick('idpSloRequestBinding') || 'REQUEST_BINDING_UNSPECIFIED'],
    jitProvisioningWithSsoEnabled: pick('jitProvisioningWithSsoEnabled'),
    syncUserProfileOnLogin: pick('syncUserProfileOnLogin'),
    uiButtonTitle: pick('uiButtonTitle'),
  };
  return {
    changed,
    update: { ...everyType(connection, pick), settings: { case: 'samlConfig', value } },
  };
}

/** One more certificate of a SAML connection, and nothing else. */
export function certificateChange(connection: connectionsPb.Connection, certificate: string): Update {
  return {
    ...identity(connection),
    settings: { case: 'samlConfig', value: { idpCertificate: certificate } },
  };
}

/** The change of an OpenID Connect connection. An empty secret keeps the one that is set. */
export function oidcChange(connection: connectionsPb.Connection, wanted: OidcFields): Change {
  const { changed, pick } = toSend(oidcFields(connection), wanted);
  if (changed.length === 0) return null;
  const { OIDCScope, TokenAuthType } = connectionsPb;
  const value = {
    issuer: pick('issuer'),
    discoveryEndpoint: pick('discoveryEndpoint'),
    authorizeUri: pick('authorizeUri'),
    tokenUri: pick('tokenUri'),
    userInfoUri: pick('userInfoUri'),
    jwksUri: pick('jwksUri'),
    clientId: pick('clientId'),
    clientSecret: pick('clientSecret'),
    scopes: wanted.scopes.map((scope) => OIDCScope[scope]),
    tokenAuthType: TokenAuthType[pick('tokenAuthType') || 'TOKEN_AUTH_TYPE_UNSPECIFIED'],
    pkceEnabled: pick('pkceEnabled'),
    idpLogoutRequired: pick('idpLogoutRequired'),
    jitProvisioningWithSsoEnabled: pick('jitProvisioningWithSsoEnabled'),
    syncUserProfileOnLogin: pick('syncUserProfileOnLogin'),
  };
  return {
    changed,
    update: { ...everyType(connection, pick), settings: { case: 'oidcConfig', value } },
  };
}

/** What an update must always name again, or Scalekit refuses it. */
function identity({ provider, type, providerKey, keyId }: connectionsPb.Connection) {
  return { provider, type, providerKey, keyId };
}

type Common = Pick<SamlFields, 'uiButtonTitle' | 'configurationType' | 'debugEnabled'>;

function everyType(
  connection: connectionsPb.Connection,
  pick: <Name extends keyof Common>(name: Name) => Common[Name] | undefined,
) {
  const { ConfigurationType } = connectionsPb;
  return {
    ...identity(connection),
    uiButtonTitle: pick('uiButtonTitle'),
    configurationType: ConfigurationType[pick('configurationType') || 'CONFIGURATION_TYPE_UNSPECIFIED'],
    debugEnabled: pick('debugEnabled'),
  };
}

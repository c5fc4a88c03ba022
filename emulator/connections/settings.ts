import { fromJson, type JsonObject, type MessageInitShape, toJson } from '@bufbuild/protobuf';
import { connectionsPb } from '@/lib/scalekit/services';
import { invalidField } from '../errors';
import { hashSecret } from '../hash-secret';
import type { CertificateRow, ConnectionRow, ConnectionType } from './rows';

type SentSettings = connectionsPb.UpdateConnection['settings'];
type SettingsCase = NonNullable<SentSettings['case']>;
type ShownSettings = MessageInitShape<typeof connectionsPb.ConnectionSchema>['settings'];

const sentSchemas = {
  oidcConfig: connectionsPb.OIDCConnectionConfigSchema,
  samlConfig: connectionsPb.SAMLConnectionConfigRequestSchema,
  oauthConfig: connectionsPb.OAuthConnectionConfigSchema,
  passwordlessConfig: connectionsPb.PasswordLessConfigSchema,
  staticConfig: connectionsPb.StaticAuthConfigSchema,
  webauthnConfig: connectionsPb.WebAuthConfigurationSchema,
  googleDwdConfig: connectionsPb.GoogleDWDConfigSchema,
};
const shownSchemas = { ...sentSchemas, samlConfig: connectionsPb.SAMLConnectionConfigResponseSchema };

const cases: Partial<Record<ConnectionType, SettingsCase>> = {
  OIDC: 'oidcConfig',
  SAML: 'samlConfig',
  OAUTH: 'oauthConfig',
  OAUTH_M2M: 'oauthConfig',
  SMART_FHIR: 'oauthConfig',
  TRELLO_OAUTH1: 'oauthConfig',
  PASSWORDLESS: 'passwordlessConfig',
  WEBAUTHN: 'webauthnConfig',
  GOOGLE_DWD: 'googleDwdConfig',
  BASIC: 'staticConfig',
  BEARER: 'staticConfig',
  API_KEY: 'staticConfig',
};

// Whose value the service decides; a client that sends back what it read changes nothing.
const ownFields = ['redirectUri', 'spEntityId', 'spAssertionUrl', 'spSloUrl', 'idpCertificate'];

/**
 * What was sent, as JSON to be laid over the stored settings. Unset fields are absent.
 * @throws ConnectError invalid argument when the settings are another type's
 */
export function readSettings(type: ConnectionType, sent: SentSettings): JsonObject {
  if (!sent.case) return {};
  if (cases[type] !== sent.case) {
    throw invalidField(
      `connection.${snakeCase(sent.case)}`,
      `does not fit a ${type} connection`,
      'settings.type',
    );
  }
  // The cases of the union and the schemas' keys are the same; TypeScript cannot follow the pair.
  const json = toJson(sentSchemas[sent.case], sent.value as never) as JsonObject;
  const kept = Object.entries(json).filter(([name]) => !ownFields.includes(name));
  // Write-only: nothing reads it back, so that it is there is all that is kept.
  const hash = (name: string, value?: unknown) =>
    name === 'serviceAccountJson' && value ? hashSecret(String(value)) : value;
  return Object.fromEntries(kept.map(([name, value]) => [name, hash(name, value)])) as JsonObject;
}

/** A connection's settings as the API shows them, with the addresses that an identity provider has to know. */
export function showSettings(origin: string, row: ConnectionRow): ShownSettings {
  const name = cases[row.type];
  if (!name) return { case: undefined };
  const json = { ...row.settings, ...addresses(origin, row), ...certificates(row), ...masked(row) };
  const value = fromJson(shownSchemas[name], json, { ignoreUnknownFields: true });
  return { case: name, value } as ShownSettings;
}

function addresses(origin: string, { id, type }: ConnectionRow): JsonObject {
  const base = `${origin}/sso/v1`;
  if (type === 'SAML') {
    return {
      spEntityId: `${base}/saml/${id}`,
      spAssertionUrl: `${base}/saml/${id}/callback`,
      spMetadataUrl: `${base}/saml/${id}/metadata`,
      spSloUrl: `${base}/saml/${id}/slo/callback`,
    };
  }
  if (type === 'OIDC') return { redirectUri: `${base}/oidc/${id}/callback` };
  return cases[type] === 'oauthConfig' ? { redirectUri: `${base}/oauth/${id}/callback` } : {};
}

function certificates({ type, certificates }: ConnectionRow): JsonObject {
  return type === 'SAML' ? { idpCertificates: certificates.map(certificateJson) } : {};
}

function certificateJson({ id, pem, issuer, createdAt, expiresAt }: CertificateRow): JsonObject {
  const createTime = new Date(createdAt).toISOString();
  return { certificate: pem, id, issuer, createTime, expiryTime: new Date(expiresAt).toISOString() };
}

// Documented as write-only: reads return a masked value.
function masked({ settings }: ConnectionRow): JsonObject {
  return settings.serviceAccountJson ? { serviceAccountJson: '********' } : {};
}

// `oidcConfig` to `oidc_config`.
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

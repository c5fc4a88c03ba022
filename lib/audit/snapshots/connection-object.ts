import 'server-only';
import { connectionsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { readX509 } from '@/lib/x509';
import { plainAddress } from './addresses';
import type { Fields, ObservedExpiry, ObservedObject } from './observation';

// An allow-list: a field that is not named here is not kept. Client secrets, static credentials and service accounts are
// told as being there or not.

const { ConnectionProvider, ConnectionStatus, ConnectionType, OIDCScope, TokenAuthType } = connectionsPb;
const { NameIdFormat, RequestBinding, SAMLSigningOptions } = connectionsPb;

type Settings = connectionsPb.Connection['settings'];
type Common = Pick<
  connectionsPb.Connection,
  'provider' | 'providerKey' | 'type' | 'status' | 'enabled' | 'keyId'
>;

/** A connection that was read by itself. */
export function connectionObject(connection: connectionsPb.Connection): ObservedObject {
  const certificates = certificatesOf(connection.settings);
  return {
    id: connection.id,
    name: nameOf(connection),
    fields: {
      ...commonFields(connection, connection.id),
      domains: connection.domains.map(({ domain, id }) => domain || id).sort(),
      ...settingFields(connection.settings),
      ...Object.fromEntries(
        certificates.map(({ key, issuer, fingerprint, expiresAt }) => [
          `certificates/${key}`,
          { issuer, fingerprint, expiresAt },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(connection.attributeMapping).map(([key, value]) => [`attributes/${key}`, value]),
      ),
    },
    expiries: certificates.flatMap(({ key, name, expiresAt }): ObservedExpiry[] =>
      expiresAt ? [{ kind: 'certificate', id: key, name: name || connection.id, expiresAt }] : [],
    ),
  };
}

/** A connection as the list tells it. */
export function listedConnection(connection: connectionsPb.ListConnection): ObservedObject {
  return {
    id: connection.id,
    name: nameOf(connection),
    partial: true,
    fields: { ...commonFields(connection, connection.id), domains: [...connection.domains].sort() },
  };
}

const nameOf = ({ provider, providerKey, type }: Common) =>
  `${providerKey || (ConnectionProvider[provider] ?? 'Other')} ${ConnectionType[type] ?? ''}`.trim();

function commonFields(connection: Common, id: string): Fields {
  return {
    provider: connection.providerKey || (ConnectionProvider[connection.provider] ?? 'Other'),
    type: ConnectionType[connection.type] ?? 'Other',
    status: ConnectionStatus[connection.status] ?? 'Other',
    enabled: connection.enabled,
    key: connection.keyId || id,
  };
}

function settingFields(settings: Settings): Fields {
  switch (settings.case) {
    case 'oidcConfig': {
      const config = settings.value;
      return {
        issuer: plainAddress(config.issuer),
        discoveryAddress: plainAddress(config.discoveryEndpoint),
        authorizationAddress: plainAddress(config.authorizeUri),
        tokenAddress: plainAddress(config.tokenUri),
        userInfoAddress: plainAddress(config.userInfoUri),
        keysAddress: plainAddress(config.jwksUri),
        clientId: config.clientId ?? null,
        clientSecret: presence(config.clientSecret),
        scopes: config.scopes.map((one) => OIDCScope[one] ?? 'other').sort(),
        secretIsSent: TokenAuthType[config.tokenAuthType] ?? 'other',
        pkce: config.pkceEnabled ?? null,
        signsOut: config.idpLogoutRequired ?? null,
        signOutRedirect: plainAddress(config.postLogoutRedirectUri),
        membersJoin: config.jitProvisioningWithSsoEnabled ?? null,
        profilesFollow: config.syncUserProfileOnLogin ?? null,
      };
    }
    case 'samlConfig': {
      const config = settings.value;
      return {
        entityId: plainAddress(config.idpEntityId),
        signOnAddress: plainAddress(config.idpSsoUrl),
        signOnBinding: RequestBinding[config.idpSsoRequestBinding] ?? 'other',
        metadataAddress: plainAddress(config.idpMetadataUrl),
        signOutAddress: plainAddress(config.idpSloUrl),
        signOutBinding: RequestBinding[config.idpSloRequestBinding] ?? 'other',
        signsOut: config.idpSloRequired ?? null,
        nameIdFormat: NameIdFormat[config.idpNameIdFormat] ?? 'other',
        signedByProvider: SAMLSigningOptions[config.samlSigningOption] ?? 'other',
        requestsSigned: config.wantRequestSigned ?? null,
        assertionsEncrypted: config.assertionEncrypted ?? null,
        defaultRedirect: plainAddress(config.defaultRedirectUri),
        startsAtProvider: config.allowIdpInitiatedLogin ?? null,
        asksEachTime: config.forceAuthn ?? null,
        membersJoin: config.jitProvisioningWithSsoEnabled ?? null,
        profilesFollow: config.syncUserProfileOnLogin ?? null,
      };
    }
    case 'oauthConfig': {
      const config = settings.value;
      return {
        authorizationAddress: plainAddress(config.authorizeUri),
        tokenAddress: plainAddress(config.tokenUri),
        userInfoAddress: plainAddress(config.userInfoUri),
        clientId: config.clientId ?? null,
        clientSecret: presence(config.clientSecret),
        scopes: [...config.scopes].sort(),
        pkce: config.pkceEnabled ?? null,
      };
    }
    default:
      return {};
  }
}

const presence = (secret: string | undefined) => (secret ? 'is set' : 'is missing');

/** By fingerprint, since an id may be given anew at each saving; by id where the certificate cannot be read. */
function certificatesOf(settings: Settings) {
  if (settings.case !== 'samlConfig') return [];
  return settings.value.idpCertificates.map((stored) => {
    const read = readX509(stored.certificate);
    return {
      key: read?.fingerprint.replaceAll(':', '').slice(0, 16).toLowerCase() ?? stored.id,
      issuer: read?.issuer ?? (stored.issuer || null),
      name: (read && /(?:^|, )CN=([^,]+)/.exec(read.subject)?.[1]) || stored.issuer,
      fingerprint: read?.fingerprint ?? null,
      expiresAt: read?.expiresAt ?? toIso(stored.expiryTime),
    };
  });
}

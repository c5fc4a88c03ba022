'use server';
import { fetchDocument } from '@/lib/egress';
import { AppError } from '@/lib/errors';
import { connectionsPb } from '@/lib/scalekit/services';
import { defineAction } from '@/lib/server/define-action';
import { certificateChange, oidcChange, samlChange } from './change';
import { discoveryAddress, readDiscovery } from './oidc-metadata';
import { readSamlMetadata } from './saml-metadata';
import { addFurther, atField, certificatesToSave, namedAsInForm, requireOfType } from './save';
import {
  configureOidcInput,
  configureSamlInput,
  createConnectionInput,
  type FoundMetadata,
  type OidcFields,
  otherProvider,
  readOidcMetadataInput,
  readSamlMetadataInput,
  type SamlFields,
} from './schema';

/** POST /organizations/{id}/connections: a draft, which nobody signs in through yet. */
export const createConnection = defineAction({
  permission: 'connection.create',
  input: createConnectionInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, provider, providerKey, type, keyId }, { scalekit }) => {
    const { ConnectionProvider, ConnectionType } = connectionsPb;
    const named = provider === otherProvider ? undefined : (provider as keyof typeof ConnectionProvider);
    const { connection } = await scalekit.connections.createConnection({
      organizationId,
      connection: {
        provider: named && ConnectionProvider[named],
        // The one provider whose key the API wants to hear as well.
        providerKey: named === 'SCALEKIT' ? named : named ? '' : providerKey,
        type: ConnectionType[type as keyof typeof ConnectionType],
        keyId: keyId || undefined,
      },
    });
    if (!connection) throw new AppError('unavailable', 'Scalekit made it but sent no id.', { unknown: true });
    return { connectionId: connection.id, hasSetup: type === 'SAML' || type === 'OIDC' };
  },
  audit: {
    target: () => ({ type: 'connection' }),
    details: ({ provider, providerKey, type, keyId }) => ({ provider, providerKey, type, keyId }),
    result: ({ connectionId }) => ({ target: { type: 'connection', id: connectionId } }),
  },
  // The browser goes on to the new connection.
  refresh: false,
});

/**
 * PATCH /organizations/{id}/connections/{id} with the SAML settings, then once more for every further certificate: the
 * API takes one at a time and keeps those that it has.
 */
export const configureSaml = defineAction({
  permission: 'connection.configure',
  input: configureSamlInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, connectionId: id, ...fields }, { scalekit }) => {
    const [first, ...further] = certificatesToSave(fields.idpCertificate);
    const read = await scalekit.connections.getConnection({ organizationId, id });
    const current = requireOfType(read.connection, id, 'SAML');
    const change = samlChange(current, fields, first);
    if (!change) return { changed: [] };
    await namedAsInForm(() =>
      scalekit.connections.updateConnection({ organizationId, id, connection: change.update }),
    );
    await addFurther(further, (certificate) => {
      const connection = certificateChange(current, certificate);
      return scalekit.connections.updateConnection({ organizationId, id, connection });
    });
    return { changed: change.changed };
  },
  audit: {
    target: ({ connectionId }) => ({ type: 'connection', id: connectionId }),
    details: ({ idpEntityId, idpSsoUrl }) => ({ idpEntityId, idpSsoUrl }),
    result: ({ changed }) => ({ details: { changed } }),
  },
  // The browser goes on to the connection's own page.
  refresh: false,
});

/** PATCH /organizations/{id}/connections/{id} with the OpenID Connect settings. An empty secret is not sent. */
export const configureOidc = defineAction({
  permission: 'connection.configure',
  input: configureOidcInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, connectionId: id, ...fields }, { scalekit }) => {
    const read = await scalekit.connections.getConnection({ organizationId, id });
    const change = oidcChange(requireOfType(read.connection, id, 'OIDC'), fields);
    if (!change) return { changed: [] };
    await namedAsInForm(() =>
      scalekit.connections.updateConnection({ organizationId, id, connection: change.update }),
    );
    return { changed: change.changed };
  },
  audit: {
    target: ({ connectionId }) => ({ type: 'connection', id: connectionId }),
    details: ({ issuer, clientId }) => ({ issuer, clientId }),
    result: ({ changed }) => ({ details: { changed } }),
  },
  // The browser goes on to the connection's own page.
  refresh: false,
});

/** Reads pasted metadata, or fetches it from an address of the public internet. Nothing is saved. */
export const readSaml = defineAction({
  permission: 'connection.read_metadata',
  input: readSamlMetadataInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ from, url, xml }): Promise<FoundMetadata<SamlFields>> => {
    if (from === 'xml') return { source: null, ...(await atField('xml', () => readSamlMetadata(xml))) };
    return atField('url', async () => {
      const accept = 'application/samlmetadata+xml, application/xml, text/xml';
      const { url: source, text } = await fetchDocument(url, { accept });
      const found = readSamlMetadata(text);
      return { source, ...found, fields: { ...found.fields, idpMetadataUrl: url } };
    });
  },
  audit: {
    target: ({ connectionId }) => ({ type: 'connection', id: connectionId }),
    // The host alone: an address may hold a key.
    details: ({ from, url }) => (from === 'url' ? { from, host: new URL(url).host } : { from }),
  },
  refresh: false,
});

/** Fetches the discovery document of an issuer of the public internet. Nothing is saved. */
export const readOidc = defineAction({
  permission: 'connection.read_metadata',
  input: readOidcMetadataInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: ({ url }): Promise<FoundMetadata<OidcFields>> =>
    atField('url', async () => {
      const fetched = await fetchDocument(discoveryAddress(url), { accept: 'application/json' });
      return readDiscovery(fetched.text, fetched.url);
    }),
  audit: {
    target: ({ connectionId }) => ({ type: 'connection', id: connectionId }),
    details: ({ url }) => ({ host: new URL(url).host }),
  },
  refresh: false,
});

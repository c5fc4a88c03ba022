'use server';
import type { RevealedSecret } from '@/lib/client-secret';
import { AppError } from '@/lib/errors';
import { clientsPb } from '@/lib/scalekit/services';
import { defineAction } from '@/lib/server/define-action';
import { linesOf } from '@/lib/text-lines';
import { readResource, readResourceClient, requireTypedName } from './find';
import { changedElsewhere, wireName } from './mask';
import {
  changedFields,
  createResourceClientInput,
  createResourceInput,
  deleteResourceClientInput,
  deleteResourceInput,
  type ResourceClientFields,
  type ResourceFields,
  resourceInput,
  revokeConsentInput,
  toClientFields,
  toFields,
  updateResourceClientInput,
  updateResourceInput,
} from './schema';

const everywhere = () => ({ kind: 'environment' as const });
const ofResource = ({ resourceId }: { resourceId: string }) => ({ type: 'resource', id: resourceId });
const ofClient = ({ clientId }: { clientId: string }) => ({ type: 'resource_client', id: clientId });

function toSent(fields: ResourceFields) {
  return {
    ...fields,
    scopes: linesOf(fields.scopes),
    accessTokenExpiry: BigInt(fields.accessTokenExpiry || 0),
    refreshTokenExpiry: BigInt(fields.refreshTokenExpiry || 0),
  };
}

function toSentClient({ scopes, redirectUris, audience, expiry, ...fields }: ResourceClientFields) {
  return {
    ...fields,
    ...{ scopes: linesOf(scopes), redirectUris: linesOf(redirectUris), audience: linesOf(audience) },
    expiry: BigInt(expiry || 0),
  };
}

/** POST /resources. */
export const createResource = defineAction({
  permission: 'resource.create',
  input: createResourceInput,
  scope: everywhere,
  run: async ({ type, ...fields }, { scalekit }) => {
    const resourceType = clientsPb.ResourceType[type];
    const { resource } = await scalekit.clients.createResource({
      resource: { resourceType, ...toSent(fields) },
    });
    if (!resource) throw new AppError('unavailable', 'Scalekit made it but sent no id.', { unknown: true });
    return { resourceId: resource.id };
  },
  audit: {
    target: () => ({ type: 'resource' }),
    details: ({ type, name, resourceUri }) => ({ type, name, resourceUri }),
    result: ({ resourceId }) => ({ target: { type: 'resource', id: resourceId } }),
  },
  // The browser goes on to the resource.
  refresh: false,
});

/** PATCH /resources/{id} with a mask of what changed, so that a list can be emptied too. */
export const updateResource = defineAction({
  permission: 'resource.update',
  input: updateResourceInput,
  scope: everywhere,
  run: async ({ resourceId, before, ...fields }, { scalekit }) => {
    const changed = changedFields(before, fields);
    if (changed.length === 0) return { changed };
    const other = changedFields(before, toFields(await readResource(scalekit, resourceId)));
    if (changed.some((name) => other.includes(name))) {
      throw changedElsewhere();
    }
    await scalekit.clients.updateResource({
      resourceId,
      resource: toSent(fields),
      updateMask: { paths: changed.map(wireName) },
    });
    return { changed };
  },
  audit: {
    target: ofResource,
    details: ({ name, resourceUri }) => ({ name, resourceUri }),
    result: ({ changed }) => ({ details: { changed } }),
  },
});

/** POST /resources/{id}/connections: the product's own sign-in behind it, made once; it is set up where the product is. */
export const connectResource = defineAction({
  permission: 'resource.connect',
  input: resourceInput,
  scope: everywhere,
  run: async ({ resourceId }, { scalekit }) => {
    const { connection } = await scalekit.clients.ensureResourceConnection({ resourceId });
    if (!connection) throw new AppError('unavailable', 'Scalekit made it but sent no id.', { unknown: true });
    return { connectionId: connection.id };
  },
  audit: {
    target: ofResource,
    details: () => ({}),
    result: ({ connectionId }) => ({ details: { connectionId } }),
  },
});

/** PUT /resources/{id}/provider:delete, after the typed name was compared with the live one: its sign-in goes. */
export const deleteResourceProvider = defineAction({
  permission: 'resource.delete_provider',
  input: deleteResourceInput,
  scope: everywhere,
  run: async ({ resourceId, confirmName }, { scalekit }) => {
    await requireTypedName(scalekit, resourceId, confirmName);
    await scalekit.clients.deleteResourceProvider({ resourceId });
    return null;
  },
  audit: { target: ofResource, details: () => ({}), reason: ({ reason }) => reason },
});

/** DELETE /resources/{id}, after the typed name was compared with the live one: clients and consents go with it. */
export const deleteResource = defineAction({
  permission: 'resource.delete',
  input: deleteResourceInput,
  scope: everywhere,
  run: async ({ resourceId, confirmName }, { scalekit }) => {
    await requireTypedName(scalekit, resourceId, confirmName);
    await scalekit.clients.deleteResource({ resourceId });
    return null;
  },
  audit: { target: ofResource, details: () => ({}), reason: ({ reason }) => reason },
  // The page behind the dialog is about to be gone.
  refresh: false,
});

/** POST /resources/{id}/clients. The secret goes to the browser once, in this answer, and is kept nowhere. */
export const createResourceClient = defineAction({
  permission: 'resource_client.create',
  input: createResourceClientInput,
  scope: everywhere,
  run: async ({ resourceId, ...fields }, { scalekit }): Promise<RevealedSecret> => {
    const { client: made, plainSecret } = await scalekit.clients.createResourceClient({
      resourceId,
      client: toSentClient(fields),
    });
    if (!made || !plainSecret) {
      throw new AppError('unavailable', 'Scalekit made the client but sent no value.', { unknown: true });
    }
    return { clientId: made.clientId, secretId: made.secrets[0]?.id ?? '', value: plainSecret };
  },
  audit: {
    target: () => ({ type: 'resource_client' }),
    details: ({ resourceId, name }) => ({ resourceId, name }),
    result: ({ clientId }) => ({ target: { type: 'resource_client', id: clientId } }),
  },
  // The page is read again when the secret is put away.
  refresh: false,
});

/** PATCH /resources/{id}/clients/{client} with a mask of what changed, so that a list can be emptied too. */
export const updateResourceClient = defineAction({
  permission: 'resource_client.update',
  input: updateResourceClientInput,
  scope: everywhere,
  run: async ({ resourceId, clientId, before, ...fields }, { scalekit }) => {
    const changed = changedFields(before, fields);
    if (changed.length === 0) return { changed };
    const now = toClientFields(await readResourceClient(scalekit, { resourceId, clientId }));
    const other = changedFields(before, now);
    if (changed.some((name) => other.includes(name))) throw changedElsewhere();
    await scalekit.clients.updateResourceClient({
      ...{ resourceId, clientId },
      client: toSentClient(fields),
      updateMask: { paths: changed.map(wireName) },
    });
    return { changed };
  },
  audit: {
    target: ofClient,
    details: ({ resourceId, name }) => ({ resourceId, name }),
    result: ({ changed }) => ({ details: { changed } }),
  },
});

/** DELETE /resources/{id}/clients/{client}: its tokens are renewed no more. */
export const deleteResourceClient = defineAction({
  permission: 'resource_client.delete',
  input: deleteResourceClientInput,
  scope: everywhere,
  run: async (one, { scalekit }) => {
    await scalekit.clients.deleteResourceClient(one);
    return null;
  },
  audit: { target: ofClient, details: ({ resourceId }) => ({ resourceId }) },
});

/** DELETE /clients/{client}/consents/{consent}: the person is asked again before the client gets another token. */
export const revokeConsent = defineAction({
  permission: 'consent.revoke',
  input: revokeConsentInput,
  scope: everywhere,
  run: async (one, { scalekit }) => {
    await scalekit.clients.revokeUserConsent(one);
    return null;
  },
  audit: {
    target: ({ consentId }) => ({ type: 'consent', id: consentId }),
    details: ({ clientId }) => ({ clientId }),
  },
});

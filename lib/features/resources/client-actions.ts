'use server';
import type { RevealedSecret } from '@/lib/client-secret';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { linesOf } from '@/lib/text-lines';
import { readResourceClient } from './find';
import { changedElsewhere, wireName } from './mask';
import {
  changedFields,
  createResourceClientInput,
  deleteResourceClientInput,
  type ResourceClientFields,
  toClientFields,
  updateResourceClientInput,
} from './schema';

const everywhere = () => ({ kind: 'environment' as const });
const ofClient = ({ clientId }: { clientId: string }) => ({ type: 'resource_client', id: clientId });

function toSent({ scopes, redirectUris, ...fields }: ResourceClientFields) {
  return { ...fields, scopes: linesOf(scopes), redirectUris: linesOf(redirectUris) };
}

/** POST /resources/{id}/clients. The secret goes to the browser once, in this answer, and is kept nowhere. */
export const createResourceClient = defineAction({
  permission: 'resource_client.create',
  input: createResourceClientInput,
  scope: everywhere,
  run: async ({ resourceId, ...fields }, { scalekit }): Promise<RevealedSecret> => {
    const { client: made, plainSecret } = await scalekit.clients.createResourceClient({
      resourceId,
      client: toSent(fields),
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
      client: toSent(fields),
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

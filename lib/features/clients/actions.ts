'use server';
import type { RevealedSecret } from '@/lib/client-secret';
import { AppError } from '@/lib/errors';
import { clientsPb } from '@/lib/scalekit/services';
import { defineAction } from '@/lib/server/define-action';
import { linesOf } from '@/lib/text-lines';
import { readClient, requireNotOurSecret } from './guard';
import {
  type ClientFields,
  type CreatedClient,
  changedFields,
  clientInput,
  clientSecretInput,
  createClientInput,
  deleteClientInput,
  toFields,
  updateClientInput,
} from './schema';

const everywhere = () => ({ kind: 'environment' as const });
const ofClient = ({ clientId }: { clientId: string }) => ({ type: 'client', id: clientId });
const lost = (what: string) =>
  new AppError('unavailable', `Scalekit made ${what} but sent no value.`, { unknown: true });
const { ACTIVE, INACTIVE } = clientsPb.ClientSecretStatus;
const status = { paths: ['status'] };

function toSent(fields: ClientFields) {
  return {
    ...fields,
    postLoginUris: linesOf(fields.postLoginUris),
    postLogoutRedirectUris: linesOf(fields.postLogoutRedirectUris),
    backChannelLogoutUris: linesOf(fields.backChannelLogoutUris),
    scopes: linesOf(fields.scopes),
    accessTokenExpiry: BigInt(fields.accessTokenExpiry || 0),
  };
}

/** POST /clients. The first secret goes to the browser once, in this answer, and is kept nowhere. */
export const createClient = defineAction({
  permission: 'client.create',
  input: createClientInput,
  scope: everywhere,
  run: async ({ type, ...fields }, { scalekit }): Promise<CreatedClient> => {
    const { client } = await scalekit.clients.createClient({
      client: { clientType: type, ...toSent(fields) },
    });
    if (!client) throw lost('the client');
    const [secret] = client.secrets;
    const value = secret?.plainSecret;
    return { clientId: client.id, secret: secret && value ? { id: secret.id, value } : null };
  },
  audit: {
    target: () => ({ type: 'client' }),
    details: ({ type, name, postLoginUris }) => ({ type, name, redirects: linesOf(postLoginUris) }),
    result: ({ clientId }) => ({ target: { type: 'client', id: clientId } }),
  },
  refresh: false,
});

/** PATCH /clients/{id} with a mask of what changed, so that a list can be emptied too. */
export const updateClient = defineAction({
  permission: 'client.update',
  input: updateClientInput,
  scope: everywhere,
  run: async ({ clientId, before, ...fields }, { scalekit, environment }) => {
    const changed = changedFields(before, fields);
    if (changed.length === 0) return { changed };
    const live = toFields(await readClient(scalekit, environment, clientId));
    const other = changedFields(before, live);
    if (changed.some((name) => other.includes(name))) {
      throw new AppError(
        'conflict',
        'Somebody else has changed the same settings since you opened the form. Close it and open it again.',
      );
    }
    await scalekit.clients.updateClient({
      clientId,
      client: toSent(fields),
      mask: { paths: changed.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)) },
    });
    return { changed };
  },
  audit: {
    target: ofClient,
    details: ({ name, postLoginUris }) => ({ name, redirects: linesOf(postLoginUris) }),
    result: ({ changed }) => ({ details: { changed } }),
  },
});

/** POST /clients/{id}/secrets: one more secret; those that are there go on working. */
export const addClientSecret = defineAction({
  permission: 'client.add_secret',
  input: clientInput,
  scope: everywhere,
  run: async ({ clientId }, { scalekit }): Promise<RevealedSecret> => {
    const { plainSecret, secret } = await scalekit.clients.createClientSecret({ clientId });
    if (!plainSecret || !secret) throw lost('the secret');
    return { clientId, secretId: secret.id, value: plainSecret };
  },
  audit: {
    target: ofClient,
    details: () => ({}),
    result: ({ secretId }) => ({ details: { secretId } }),
  },
  // The page is read again when the secret is put away: one that could not be read would take the secret with it.
  refresh: false,
});

/** PATCH /clients/{id}/secrets/{secret}: it is refused from now on, and can be activated again. */
export const deactivateClientSecret = defineAction({
  permission: 'client.deactivate_secret',
  input: clientSecretInput,
  scope: everywhere,
  run: async (one, { scalekit, environment }) => {
    await requireNotOurSecret(scalekit, environment, one);
    await scalekit.clients.updateClientSecret({ ...one, secret: { status: INACTIVE }, mask: status });
    return null;
  },
  audit: { target: ofClient, details: ({ secretId }) => ({ secretId }) },
});

/** PATCH /clients/{id}/secrets/{secret}: whatever has it can use it again. */
export const activateClientSecret = defineAction({
  permission: 'client.activate_secret',
  input: clientSecretInput,
  scope: everywhere,
  run: async (one, { scalekit }) => {
    await scalekit.clients.updateClientSecret({ ...one, secret: { status: ACTIVE }, mask: status });
    return null;
  },
  audit: { target: ofClient, details: ({ secretId }) => ({ secretId }) },
});

/** DELETE /clients/{id}/secrets/{secret}: it stops working at once. The last one cannot go. */
export const removeClientSecret = defineAction({
  permission: 'client.remove_secret',
  input: clientSecretInput,
  scope: everywhere,
  run: async (one, { scalekit, environment }) => {
    await requireNotOurSecret(scalekit, environment, one);
    await scalekit.clients.deleteClientSecret(one);
    return null;
  },
  audit: { target: ofClient, details: ({ secretId }) => ({ secretId }) },
});

/** DELETE /clients/{id}, after the typed name was compared with the live one. The environment's own cannot go. */
export const deleteClient = defineAction({
  permission: 'client.delete',
  input: deleteClientInput,
  scope: everywhere,
  run: async ({ clientId, confirmName }, { scalekit, environment }) => {
    const { name, isOurs } = await readClient(scalekit, environment, clientId);
    if (isOurs) throw new AppError('conflict', 'Keydesk itself calls Scalekit with this client.');
    if (name !== confirmName.trim()) {
      const fieldErrors = { confirmName: `Type the name as it is: ${name}` };
      throw new AppError('invalid', 'The typed name does not match.', { fieldErrors });
    }
    await scalekit.clients.deleteClient({ clientId });
    return null;
  },
  audit: { target: ofClient, details: () => ({}), reason: ({ reason }) => reason },
  // The page behind the dialog is about to be gone.
  refresh: false,
});

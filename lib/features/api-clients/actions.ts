'use server';
import type { RevealedSecret } from '@/lib/client-secret';
import { AppError } from '@/lib/errors';
import { fetchMachineToken } from '@/lib/scalekit/machine-token';
import { defineAction } from '@/lib/server/define-action';
import { describeToken } from './describe-token';
import {
  apiClientInput,
  createApiClientInput,
  deleteApiClientInput,
  secretInput,
  type TriedToken,
  tryApiClientInput,
  updateApiClientInput,
} from './schema';

const lost = (what: string) =>
  new AppError('unavailable', `Scalekit made ${what} but sent no value.`, { unknown: true });

/** POST /organizations/{id}/clients. The secret goes to the browser once, in this answer, and is kept nowhere. */
export const createApiClient = defineAction({
  permission: 'api_client.create',
  input: createApiClientInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, expirySeconds, ...client }, { scalekit }): Promise<RevealedSecret> => {
    const created = await scalekit.clients.createOrganizationClient({
      organizationId,
      client: { ...client, expiry: BigInt(expirySeconds) },
    });
    if (!created.client || !created.plainSecret) throw lost('the client');
    const { clientId, secrets } = created.client;
    return { clientId, secretId: secrets[0]?.id ?? '', value: created.plainSecret };
  },
  audit: {
    target: () => ({ type: 'api_client' }),
    details: ({ name, scopes, audience, customClaims }) => ({
      name,
      scopes,
      audience,
      claims: customClaims.map(({ key }) => key),
    }),
    result: ({ clientId }) => ({ target: { type: 'api_client', id: clientId } }),
  },
});

/** PATCH …/clients/{id}, which merges: what is empty changes nothing. */
export const updateApiClient = defineAction({
  permission: 'api_client.update',
  input: updateApiClientInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, clientId, expirySeconds, ...client }, { scalekit }) => {
    await scalekit.clients.updateOrganizationClient({
      organizationId,
      clientId,
      client: { ...client, expiry: BigInt(expirySeconds) },
    });
    return null;
  },
  audit: {
    target: ({ clientId }) => ({ type: 'api_client', id: clientId }),
    details: ({ name, scopes, audience }) => ({ name, scopes, audience }),
  },
});

/** POST …/clients/{id}/secrets: one more secret; those that are there go on working. */
export const addApiClientSecret = defineAction({
  permission: 'api_client.add_secret',
  input: apiClientInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async (input, { scalekit }): Promise<RevealedSecret> => {
    const { plainSecret, secret } = await scalekit.clients.createOrganizationClientSecret(input);
    if (!plainSecret || !secret) throw lost('the secret');
    return { clientId: input.clientId, secretId: secret.id, value: plainSecret };
  },
  audit: {
    target: ({ clientId }) => ({ type: 'api_client', id: clientId }),
    details: () => ({}),
    result: ({ secretId }) => ({ details: { secretId } }),
  },
  // The page is read again when the secret is put away: one that could not be read would take the secret with it.
  refresh: false,
});

/** DELETE …/clients/{id}/secrets/{secret}: it stops working at once. The last one cannot go. */
export const removeApiClientSecret = defineAction({
  permission: 'api_client.remove_secret',
  input: secretInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async (input, { scalekit }) => {
    await scalekit.clients.deleteOrganizationClientSecret(input);
    return null;
  },
  audit: {
    target: ({ clientId }) => ({ type: 'api_client', id: clientId }),
    details: ({ secretId }) => ({ secretId }),
  },
});

/** DELETE …/clients/{id}, with all its secrets, after the typed name was compared with the live one. */
export const deleteApiClient = defineAction({
  permission: 'api_client.delete',
  input: deleteApiClientInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, clientId, confirmName }, { scalekit }) => {
    const { client } = await scalekit.clients.getOrganizationClient({ organizationId, clientId });
    const name = client?.name || clientId;
    if (name !== confirmName) {
      const fieldErrors = { confirmName: `Type the name as it is: ${name}` };
      throw new AppError('invalid', 'The typed name does not match.', { fieldErrors });
    }
    await scalekit.clients.deleteOrganizationClient({ organizationId, clientId });
    return null;
  },
  audit: {
    target: ({ clientId }) => ({ type: 'api_client', id: clientId }),
    details: () => ({}),
  },
});

/**
 * Fetches a token as the customer's machine would, and tells what stands in it. Neither the pasted secret nor the token
 * is kept or handed on.
 */
export const tryApiClient = defineAction({
  permission: 'api_client.try',
  input: tryApiClientInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, clientId, secret }, { environment, scalekit }): Promise<TriedToken> => {
    // Only a client of this organization: the token endpoint would take any.
    await scalekit.clients.getOrganizationClient({ organizationId, clientId });
    return describeToken(await fetchMachineToken(environment, { clientId, clientSecret: secret }));
  },
  audit: {
    target: ({ clientId }) => ({ type: 'api_client', id: clientId }),
    details: () => ({}),
  },
  refresh: false,
});

'use server';
import { AppError } from '@/lib/errors';
import { connectionsPb } from '@/lib/scalekit/services';
import { defineAction } from '@/lib/server/define-action';
import { googleChange, keyChange, oauthChange } from './change';
import { requireAppConnection, requireOfKind } from './find';
import { saveChange, takenKey } from './save';
import {
  appConnectionInput,
  changeKeyInput,
  createAppConnectionInput,
  deleteAppConnectionInput,
  updateGoogleInput,
  updateOauthInput,
} from './schema';

const ofConnection = ({ connectionId }: { connectionId: string }) => ({
  type: 'app_connection' as const,
  id: connectionId,
});

/** POST /connections?flags.is_app=true. Enabled at once; its settings come next. */
export const createAppConnection = defineAction({
  permission: 'app_connection.create',
  input: createAppConnectionInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ providerKey, type, keyId }, { scalekit }) => {
    const { connection } = await takenKey(() =>
      scalekit.connections.createEnvironmentConnection({
        connection: { providerKey, type: connectionsPb.ConnectionType[type], keyId: keyId || undefined },
        flags: { isApp: true },
      }),
    );
    if (!connection) throw new AppError('unavailable', 'Scalekit made it but sent no id.', { unknown: true });
    return { connectionId: connection.id };
  },
  audit: {
    target: () => ({ type: 'app_connection' }),
    details: ({ providerKey, type, keyId }) => ({ providerKey, type, keyId }),
    result: ({ connectionId }) => ({ target: { type: 'app_connection', id: connectionId } }),
  },
  // The browser goes on to the new connection.
  refresh: false,
});

/** PATCH /connections/{id} with what changed of an OAuth client; the secret only when one was typed. */
export const updateOauthConnection = defineAction({
  permission: 'app_connection.update',
  input: updateOauthInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ connectionId, before, ...fields }, { scalekit }) => {
    const live = await requireOfKind(scalekit, connectionId, 'oauthConfig');
    return saveChange(scalekit, connectionId, oauthChange(live, before, fields));
  },
  audit: {
    target: ofConnection,
    details: ({ keyId, clientId }) => ({ keyId, clientId }),
    result: ({ changed }) => ({ details: { changed } }),
  },
  refresh: false,
});

/** PATCH /connections/{id} with what changed of a Google service account; its key file only when one was pasted. */
export const updateGoogleConnection = defineAction({
  permission: 'app_connection.update',
  input: updateGoogleInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ connectionId, before, ...fields }, { scalekit }) => {
    const live = await requireOfKind(scalekit, connectionId, 'googleDwdConfig');
    return saveChange(scalekit, connectionId, googleChange(live, before, fields));
  },
  audit: {
    target: ofConnection,
    details: ({ keyId }) => ({ keyId }),
    result: ({ changed }) => ({ details: { changed } }),
  },
  refresh: false,
});

/** PATCH /connections/{id} with another key, for a type whose settings are not made here. */
export const changeAppConnectionKey = defineAction({
  permission: 'app_connection.update',
  input: changeKeyInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ connectionId, before, keyId }, { scalekit }) => {
    const live = await requireOfKind(scalekit, connectionId, null);
    return saveChange(scalekit, connectionId, keyChange(live, before, { keyId }));
  },
  audit: {
    target: ofConnection,
    details: ({ keyId }) => ({ keyId }),
    result: ({ changed }) => ({ details: { changed } }),
  },
  refresh: false,
});

/** PATCH …:enable. A refusal comes as 200 with a message, which the client throws as an error. */
export const enableAppConnection = defineAction({
  permission: 'app_connection.enable',
  input: appConnectionInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ connectionId }, { scalekit }) => {
    await requireAppConnection(scalekit, connectionId);
    const { enabled } = await scalekit.connections.enableEnvironmentConnection({ connectionId });
    if (!enabled)
      throw new AppError('conflict', 'Scalekit did not enable the connection and does not say why.');
    return null;
  },
  audit: { target: ofConnection, details: () => ({}) },
});

/** PATCH …:disable: agents act through it no more; its settings and people's accounts stay. */
export const disableAppConnection = defineAction({
  permission: 'app_connection.disable',
  input: appConnectionInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ connectionId }, { scalekit }) => {
    await requireAppConnection(scalekit, connectionId);
    const { enabled } = await scalekit.connections.disableEnvironmentConnection({ connectionId });
    if (enabled)
      throw new AppError('conflict', 'Scalekit did not disable the connection and does not say why.');
    return null;
  },
  audit: { target: ofConnection, details: () => ({}) },
});

/** DELETE /connections/{id}, after the typed key was compared with the live one. */
export const deleteAppConnection = defineAction({
  permission: 'app_connection.delete',
  input: deleteAppConnectionInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ connectionId, confirmName }, { scalekit }) => {
    const { keyId } = await requireAppConnection(scalekit, connectionId);
    const name = keyId || connectionId;
    if (name !== confirmName.trim()) {
      const fieldErrors = { confirmName: `Type the name as it is: ${name}` };
      throw new AppError('invalid', 'The typed name does not match.', { fieldErrors });
    }
    await scalekit.connections.deleteEnvironmentConnection({ connectionId });
    return null;
  },
  audit: { target: ofConnection, details: () => ({}), reason: ({ reason }) => reason },
  // The page behind the dialog is about to be gone.
  refresh: false,
});

'use server';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { connectionInput, deleteConnectionInput } from './schema';

/** PATCH …:enable. A refusal comes as 200 with a message, which the client throws as an error. */
export const enableConnection = defineAction({
  permission: 'connection.enable',
  input: connectionInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, connectionId }, { scalekit }) => {
    const { enabled } = await scalekit.connections.enableConnection({ organizationId, id: connectionId });
    if (!enabled)
      throw new AppError('conflict', 'Scalekit did not enable the connection and does not say why.');
    return null;
  },
  audit: {
    target: ({ connectionId }) => ({ type: 'connection', id: connectionId }),
    details: () => ({}),
  },
});

/** PATCH …:disable: nobody signs in through it from now on; its settings stay. */
export const disableConnection = defineAction({
  permission: 'connection.disable',
  input: connectionInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, connectionId }, { scalekit }) => {
    const { enabled } = await scalekit.connections.disableConnection({ organizationId, id: connectionId });
    if (enabled)
      throw new AppError('conflict', 'Scalekit did not disable the connection and does not say why.');
    return null;
  },
  audit: {
    target: ({ connectionId }) => ({ type: 'connection', id: connectionId }),
    details: () => ({}),
  },
});

/** DELETE …/connections/{id}, after the typed key id was compared with the live one. */
export const deleteConnection = defineAction({
  permission: 'connection.delete',
  input: deleteConnectionInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, connectionId, confirmName }, { scalekit }) => {
    const { connection } = await scalekit.connections.getConnection({ organizationId, id: connectionId });
    const name = connection?.keyId || connectionId;
    if (name !== confirmName) {
      const fieldErrors = { confirmName: `Type the name as it is: ${name}` };
      throw new AppError('invalid', 'The typed name does not match.', { fieldErrors });
    }
    await scalekit.connections.deleteConnection({ organizationId, id: connectionId });
    return null;
  },
  audit: {
    target: ({ connectionId }) => ({ type: 'connection', id: connectionId }),
    details: () => ({}),
    reason: ({ reason }) => reason,
  },
  // The page behind the dialog is about to be gone.
  refresh: false,
});

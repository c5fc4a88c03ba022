'use server';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { deleteConnectionInput, switchConnectionsInput } from './schema';
import { startSwitching } from './start-switching';
import { disabling, enabling } from './switching';

/** PATCH …:enable. A refusal comes as 200 with a message, which the client throws as an error. */
export const enableConnection = defineAction(enabling);

/** PATCH …:disable: nobody signs in through it from now on; its settings stay. */
export const disableConnection = defineAction(disabling);

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

/** Starts a job that enables the chosen connections, one by one. */
export const enableConnections = defineAction({
  permission: 'connection.enable',
  input: switchConnectionsInput,
  scope: () => ({ kind: 'assigned' }),
  run: (input, context) => startSwitching('connection.enable', input, context),
  audit: {
    target: () => ({ type: 'job' }),
    details: ({ items }) => ({ connections: items.length }),
    result: ({ jobId }) => ({ target: { type: 'job', id: jobId } }),
  },
  refresh: false,
});

/** Starts a job that disables the chosen connections, one by one. */
export const disableConnections = defineAction({
  permission: 'connection.disable',
  input: switchConnectionsInput,
  scope: () => ({ kind: 'assigned' }),
  run: (input, context) => startSwitching('connection.disable', input, context),
  audit: {
    target: () => ({ type: 'job' }),
    details: ({ items }) => ({ connections: items.length }),
    result: ({ jobId }) => ({ target: { type: 'job', id: jobId } }),
  },
  refresh: false,
});

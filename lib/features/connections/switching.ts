import 'server-only';
import { AppError } from '@/lib/errors';
import { describeAction } from '@/lib/server/action-definition';
import { connectionInput } from './schema';

/** PATCH …:enable. A refusal comes as 200 with a message, which the client throws as an error. */
export const enabling = describeAction({
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
export const disabling = describeAction({
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

'use server';
import { AppError } from '@/lib/errors';
import { toMcpAccount } from '@/lib/mcp-account';
import { defineAction } from '@/lib/server/define-action';
import {
  createMcpInstanceInput,
  deleteMcpInstanceInput,
  type InstanceLink,
  mcpInstanceLinkInput,
  updateMcpInstanceInput,
} from './schema';

const ofInstance = ({ instanceId }: { instanceId: string }) => ({ type: 'mcp_instance', id: instanceId });

/** POST /mcp/instances. A person has one instance of a configuration: asking again answers with it, as it is. */
export const createMcpInstance = defineAction({
  permission: 'mcp_instance.create',
  input: createMcpInstanceInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ configName, person, name }, { scalekit }) => {
    const { instance } = await scalekit.mcp.createInstance({
      config_name: configName,
      user_identifier: person,
      ...(name && { name }),
    });
    return { instanceId: instance.id };
  },
  audit: {
    target: () => ({ type: 'mcp_instance' }),
    details: ({ configName, person }) => ({ configName, person }),
    result: ({ instanceId }) => ({ target: { type: 'mcp_instance', id: instanceId } }),
  },
  // The browser goes on to the instance.
  refresh: false,
});

/** PATCH /mcp/instances/{id}: another name, or another configuration for the same person. */
export const updateMcpInstance = defineAction({
  permission: 'mcp_instance.update',
  input: updateMcpInstanceInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ instanceId, name, configName }, { scalekit }) => {
    await scalekit.mcp.updateInstance({ instance_id: instanceId, name, config_name: configName });
    return null;
  },
  audit: { target: ofInstance, details: ({ name, configName }) => ({ name, configName }) },
});

/**
 * POST …:get_auth_state with links: makes the accounts that are missing, and a fresh link for each connection. The one that
 * was asked for goes to the browser once.
 */
export const linkMcpInstance = defineAction({
  permission: 'mcp_instance.authorize',
  input: mcpInstanceLinkInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ instanceId, connectionId }, { scalekit }): Promise<InstanceLink> => {
    const request = { instance_id: instanceId, include_auth_links: true };
    const { connections } = await scalekit.mcp.getInstanceAuthState(request);
    const row = connections.find((one) => one.connection_id === connectionId);
    if (!row) throw new AppError('not_found', 'This connection is not in the configuration any more.');
    if (!row.authentication_link) throw new AppError('unavailable', 'Scalekit answered without a link.');
    return { ...toMcpAccount(row), link: row.authentication_link };
  },
  audit: { target: ofInstance, details: ({ connectionId }) => ({ connectionId }) },
  // The page is read again when the link is put away.
  refresh: false,
});

/** DELETE /mcp/instances/{id}, after the typed name was compared with the live one: its address answers no more. */
export const deleteMcpInstance = defineAction({
  permission: 'mcp_instance.delete',
  input: deleteMcpInstanceInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ instanceId, confirmName }, { scalekit }) => {
    const { instance } = await scalekit.mcp.getInstance({ instance_id: instanceId });
    const name = instance.name || instanceId;
    if (name !== confirmName.trim()) {
      const fieldErrors = { confirmName: `Type the name as it is: ${name}` };
      throw new AppError('invalid', 'The typed name does not match.', { fieldErrors });
    }
    await scalekit.mcp.deleteInstance({ instance_id: instanceId });
    return null;
  },
  audit: { target: ofInstance, details: () => ({}) },
  // The page behind the dialog is about to be gone.
  refresh: false,
});

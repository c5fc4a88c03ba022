'use server';
import { AppError } from '@/lib/errors';
import { toMcpAccount } from '@/lib/mcp-account';
import { defineAction } from '@/lib/server/define-action';
import { linesOf } from '@/lib/text-lines';
import { besideFields } from './beside-fields';
import { toMcpConfigRow } from './rows';
import {
  type AccountLink,
  createMcpConfigInput,
  createSessionTokenInput,
  deleteMcpConfigInput,
  mcpAccountLinkInput,
  type SessionToken,
  updateMcpConfigInput,
  versionOf,
} from './schema';

type Mappings = { connection: string; tools: string }[];

const ofConfig = ({ configId }: { configId: string }) => ({ type: 'mcp_config', id: configId });
const toSent = (mappings: Mappings) =>
  mappings.map(({ connection, tools }) => ({ connection_name: connection, tools: linesOf(tools) }));
const toLogged = (mappings: Mappings) =>
  mappings.map(({ connection, tools }) => ({ connection, tools: linesOf(tools).length || 'all' }));

/** POST /mcp/configs. Its server answers at once. */
export const createMcpConfig = defineAction({
  permission: 'mcp_config.create',
  input: createMcpConfigInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ name, description, mappings }, { scalekit }) => {
    const { config } = await besideFields(mappings, () =>
      scalekit.mcp.createConfig({
        config: { name, description, connection_tool_mappings: toSent(mappings) },
      }),
    );
    return { configId: config.id };
  },
  audit: {
    target: () => ({ type: 'mcp_config' }),
    details: ({ name, mappings }) => ({ name, connections: toLogged(mappings) }),
    result: ({ configId }) => ({ target: { type: 'mcp_config', id: configId } }),
  },
  // The browser goes on to the new configuration.
  refresh: false,
});

/** PUT /mcp/configs/{id}, which replaces the connections as a whole: not when somebody else has changed them meanwhile. */
export const updateMcpConfig = defineAction({
  permission: 'mcp_config.update',
  input: updateMcpConfigInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ configId, description, mappings, seen }, { scalekit }) => {
    const { config } = await scalekit.mcp.getConfig({ config_id: configId });
    if (versionOf(toMcpConfigRow(config)) !== seen) {
      throw new AppError(
        'conflict',
        'Somebody else has changed this configuration since you opened the form. Close it and open it again.',
      );
    }
    await besideFields(mappings, () =>
      scalekit.mcp.updateConfig({
        config_id: configId,
        description,
        connection_tool_mappings: toSent(mappings),
      }),
    );
    return null;
  },
  audit: { target: ofConfig, details: ({ mappings }) => ({ connections: toLogged(mappings) }) },
});

/** DELETE /mcp/configs/{id}, after the typed name was compared with the live one: its server and instances go with it. */
export const deleteMcpConfig = defineAction({
  permission: 'mcp_config.delete',
  input: deleteMcpConfigInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ configId, confirmName }, { scalekit }) => {
    const { config } = await scalekit.mcp.getConfig({ config_id: configId });
    if (config.name !== confirmName.trim()) {
      const fieldErrors = { confirmName: `Type the name as it is: ${config.name}` };
      throw new AppError('invalid', 'The typed name does not match.', { fieldErrors });
    }
    await scalekit.mcp.deleteConfig({ config_id: configId });
    return null;
  },
  audit: { target: ofConfig, details: () => ({}), reason: ({ reason }) => reason },
  // The page behind the dialog is about to be gone.
  refresh: false,
});

/**
 * POST …/connected_accounts with links: makes the accounts that are missing, and a fresh link for each connection. The one
 * that was asked for goes to the browser once.
 */
export const linkMcpAccount = defineAction({
  permission: 'mcp_account.authorize',
  input: mcpAccountLinkInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ configId, identifier, connectionId }, { scalekit }): Promise<AccountLink> => {
    const request = { config_id: configId, identifier, include_auth_link: true };
    const { connected_accounts: rows } = await scalekit.mcp.listConnectedAccounts(request);
    const row = rows.find((one) => one.connection_id === connectionId);
    if (!row) throw new AppError('not_found', 'This connection is not in the configuration any more.');
    if (!row.authentication_link) throw new AppError('unavailable', 'Scalekit answered without a link.');
    return { ...toMcpAccount(row), link: row.authentication_link };
  },
  audit: { target: ofConfig, details: ({ identifier, connectionId }) => ({ identifier, connectionId }) },
  // The page is read again when the link is put away.
  refresh: false,
});

/** POST /mcp/configs/{id}/tokens. The token goes to the browser once, in this answer, and is kept nowhere. */
export const createSessionToken = defineAction({
  permission: 'mcp_token.create',
  input: createSessionTokenInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ configId, identifier, lifetimeSeconds }, { scalekit }): Promise<SessionToken> => {
    const { token, expires_at } = await scalekit.mcp.createToken({
      mcp_config_id: configId,
      identifier,
      expiry: `${lifetimeSeconds}s`,
    });
    return { value: token, expiresAt: expires_at };
  },
  audit: {
    target: ofConfig,
    details: ({ identifier, lifetimeSeconds }) => ({ identifier, lifetimeSeconds }),
    reason: ({ reason }) => reason,
    result: ({ expiresAt }) => ({ details: { expiresAt } }),
  },
  refresh: false,
});

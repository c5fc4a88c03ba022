import { z } from 'zod';
import type { HttpRule } from './http-rule';
import { authState, mcpConfig, mcpConfigChange, mcpInstance, newMcpConfig, tokenExpiry } from './mcp-schema';
import { pagingInput, pagingOutput } from './paging-schema';
import { customProvider, provider } from './provider-schema';

/** An operation that the SDK's descriptors lack, in the same terms: a route, what it takes and what it answers. */
export type DescribedOperation = HttpRule & { input: z.ZodObject; output: z.ZodObject };

const empty = z.object({});
const oneProvider = z.object({ provider });
const oneConfig = z.object({ config: mcpConfig });
const oneInstance = z.object({ instance: mcpInstance });

/**
 * The documented operations without descriptors, as `group.name`. Names are those of the wire, in snake case.
 * `body` is read as in a descriptor's route: `*` for all fields, or the one field that is the body.
 */
export const describedOperations = {
  providers: {
    list: {
      verb: 'GET',
      path: '/api/v1/providers',
      body: '',
      input: z.object({
        identifier: z
          .string()
          .max(255)
          .regex(/^[a-zA-Z0-9_:-]*$/)
          .optional(),
        filter: z.object({ provider_type: z.enum(['DEFAULT', 'CUSTOM', 'ALL']).optional() }).optional(),
        ...pagingInput,
      }),
      output: z.object({ providers: z.array(provider).default([]), ...pagingOutput }),
    },
  },
  customProviders: {
    create: {
      verb: 'POST',
      path: '/api/v1/custom-providers',
      body: 'provider',
      input: z.object({ provider: customProvider }),
      output: oneProvider,
    },
    update: {
      verb: 'PUT',
      path: '/api/v1/custom-providers/{identifier}',
      body: 'provider',
      input: z.object({ identifier: z.string().min(1), provider: customProvider }),
      output: oneProvider,
    },
    delete: {
      verb: 'DELETE',
      path: '/api/v1/custom-providers/{identifier}',
      body: '',
      input: z.object({ identifier: z.string().min(1) }),
      output: empty,
    },
  },
  mcp: {
    createConfig: {
      verb: 'POST',
      path: '/api/v1/mcp/configs',
      body: 'config',
      input: z.object({ config: newMcpConfig }),
      output: oneConfig,
    },
    listConfigs: {
      verb: 'GET',
      path: '/api/v1/mcp/configs',
      body: '',
      input: z.object({
        filter: z
          .object({
            id: z.string().optional(),
            name: z.string().optional(),
            provider: z.string().optional(),
            mcp_server_url: z.string().optional(),
          })
          .optional(),
        search: z.string().optional(),
        ...pagingInput,
      }),
      output: z.object({ configs: z.array(mcpConfig).default([]), ...pagingOutput }),
    },
    getConfig: {
      verb: 'GET',
      path: '/api/v1/mcp/configs/{config_id}',
      body: '',
      input: z.object({ config_id: z.string().min(1) }),
      output: oneConfig,
    },
    updateConfig: {
      verb: 'PUT',
      path: '/api/v1/mcp/configs/{config_id}',
      body: '*',
      input: z.object({ config_id: z.string().min(1), ...mcpConfigChange }),
      output: oneConfig,
    },
    deleteConfig: {
      verb: 'DELETE',
      path: '/api/v1/mcp/configs/{config_id}',
      body: '',
      input: z.object({ config_id: z.string().min(1) }),
      output: empty,
    },
    listConnectedAccounts: {
      verb: 'POST',
      path: '/api/v1/mcp/configs/{config_id}/connected_accounts',
      body: '*',
      input: z.object({
        config_id: z.string().min(1),
        identifier: z.string().min(1),
        include_auth_link: z.boolean().optional(),
      }),
      output: z.object({ connected_accounts: z.array(authState).default([]) }),
    },
    createToken: {
      verb: 'POST',
      path: '/api/v1/mcp/configs/{mcp_config_id}/tokens',
      body: '*',
      input: z.object({
        mcp_config_id: z.string().min(1),
        identifier: z.string().min(1).max(255),
        expiry: tokenExpiry.optional(),
      }),
      output: z.object({ token: z.string(), expires_at: z.string() }),
    },
    createInstance: {
      verb: 'POST',
      path: '/api/v1/mcp/instances',
      body: '*',
      input: z.object({
        name: z.string().optional(),
        config_name: z.string().min(1),
        user_identifier: z.string().min(1),
      }),
      output: oneInstance,
    },
    listInstances: {
      verb: 'GET',
      path: '/api/v1/mcp/instances',
      body: '',
      input: z.object({
        filter: z
          .object({
            id: z.string().optional(),
            name: z.string().optional(),
            config_name: z.string().optional(),
            user_identifier: z.string().optional(),
          })
          .optional(),
        search: z.string().optional(),
        ...pagingInput,
      }),
      output: z.object({ instances: z.array(mcpInstance).default([]), ...pagingOutput }),
    },
    getInstance: {
      verb: 'GET',
      path: '/api/v1/mcp/instances/{instance_id}',
      body: '',
      input: z.object({ instance_id: z.string().min(1) }),
      output: oneInstance,
    },
    updateInstance: {
      verb: 'PATCH',
      path: '/api/v1/mcp/instances/{instance_id}',
      body: '*',
      input: z.object({
        instance_id: z.string().min(1),
        name: z.string().optional(),
        config_name: z.string().optional(),
      }),
      output: oneInstance,
    },
    deleteInstance: {
      verb: 'DELETE',
      path: '/api/v1/mcp/instances/{instance_id}',
      body: '',
      input: z.object({ instance_id: z.string().min(1) }),
      output: empty,
    },
    getInstanceAuthState: {
      verb: 'POST',
      path: '/api/v1/mcp/instances/{instance_id}:get_auth_state',
      body: '*',
      input: z.object({ instance_id: z.string().min(1), include_auth_links: z.boolean().optional() }),
      output: z.object({ connections: z.array(authState).default([]) }),
    },
  },
} as const satisfies Record<string, Record<string, DescribedOperation>>;

type Table = typeof describedOperations;
export type DescribedGroup = keyof Table;

/** What an operation takes and answers, for whoever calls it. */
export type DescribedInput<O extends DescribedOperation> = z.input<O['input']>;
export type DescribedOutput<O extends DescribedOperation> = z.output<O['output']>;

import { z } from 'zod';

/** One connection of an MCP configuration. No tools stands for all of them. */
const sentMapping = z.object({
  connection_name: z.string().min(1),
  tools: z.array(z.string()).optional(),
});

const mappings = z.array(sentMapping).max(25);

export const newMcpConfig = z.object({
  name: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[a-z0-9_-]*$/, 'may hold lowercase letters, digits, hyphens and underscores'),
  description: z.string().optional(),
  connection_tool_mappings: mappings.optional(),
});

/** The name of a configuration cannot change. */
export const mcpConfigChange = {
  description: z.string().optional(),
  connection_tool_mappings: mappings.optional(),
};

const mapping = z.object({
  connection_id: z.string().default(''),
  connection_name: z.string().default(''),
  provider: z.string().default(''),
  tools: z.array(z.string()).default([]),
  connected_account_id: z.string().default(''),
  connected_account_status: z.string().default(''),
});

export const mcpConfig = z.object({
  id: z.string().default(''),
  name: z.string().default(''),
  description: z.string().default(''),
  connection_tool_mappings: z.array(mapping).default([]),
  mcp_server_url: z.string().default(''),
});

export const mcpInstance = z.object({
  id: z.string().default(''),
  name: z.string().default(''),
  user_identifier: z.string().default(''),
  config: mcpConfig.optional(),
  last_used_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  url: z.string().default(''),
});

/** Where a person stands with one connection. */
export const authState = z.object({
  connection_id: z.string().default(''),
  connection_name: z.string().default(''),
  provider: z.string().default(''),
  connected_account_id: z.string().default(''),
  connected_account_status: z.string().default(''),
  authentication_link: z.string().default(''),
});

const seconds = (duration: string) => Number(duration.slice(0, -1));

/** A protobuf duration such as `3600s`. */
export const tokenExpiry = z
  .string()
  .regex(/^\d+(\.\d+)?s$/, 'must be a duration such as 3600s')
  .refine((duration) => seconds(duration) >= 60 && seconds(duration) <= 86_400, 'must be from 60s to 24h');

export type McpConfig = z.output<typeof mcpConfig>;
export type McpInstance = z.output<typeof mcpInstance>;
export type McpAuthState = z.output<typeof authState>;

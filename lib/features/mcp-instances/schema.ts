import { z } from 'zod';
import type { McpAccount } from '@/lib/mcp-account';
import { pageToken } from '@/lib/page';
import { connectionId, mcpInstanceId } from '@/lib/scalekit-ids';

/** The most that one page of GET /mcp/instances may hold. */
export const mcpInstancePageSize = 30;

const words = (most: number) => z.string().trim().max(most).default('').catch('');

export const listMcpInstancesInput = z.object({
  /** In names. */
  text: words(200),
  /** The whole name of a configuration. */
  config: words(100),
  /** The whole identifier. */
  person: words(255),
  pageToken,
});

export const mcpInstanceInput = z.object({ instanceId: mcpInstanceId });
export const mcpInstanceLinkInput = z.object({ instanceId: mcpInstanceId, connectionId });

const name = z.string().trim().max(200, 'A name has at most 200 characters.');
const configName = z
  .string()
  .trim()
  .min(1, 'Give the name of an MCP configuration.')
  .max(100, 'A name has at most 100 characters.')
  .regex(/^[a-z0-9_-]*$/, 'The name of a configuration holds lowercase letters, digits, - and _ alone.');

export const createMcpInstanceInput = z.object({
  configName,
  person: z
    .string()
    .trim()
    .min(1, 'Give the identifier that the person’s connected accounts go by.')
    .max(255, 'An identifier has at most 255 characters.'),
  name,
});

export const updateMcpInstanceInput = z.object({
  instanceId: mcpInstanceId,
  name: name.min(1, 'An instance keeps a name: Scalekit cannot clear it.'),
  configName,
});

export const deleteMcpInstanceInput = z.object({ instanceId: mcpInstanceId, confirmName: z.string() });

/** A configuration for one person. Times are ISO 8601. */
export type McpInstanceRow = {
  id: string;
  name: string;
  person: string;
  /** Null when the configuration is gone. */
  config: { id: string; name: string } | null;
  lastUsedAt: string | null;
  updatedAt: string | null;
};

/** One instance, with the address that its agent uses. */
export type McpInstanceDetail = McpInstanceRow & { url: string };

/** The link by which the person authorizes an account, with where they stood. */
export type InstanceLink = McpAccount & { link: string };

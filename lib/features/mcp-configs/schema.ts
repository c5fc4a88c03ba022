import { z } from 'zod';
import type { McpAccount } from '@/lib/mcp-account';
import { pageToken } from '@/lib/page';
import { connectionId, mcpConfigId } from '@/lib/scalekit-ids';
import { textLines } from '@/lib/text-lines';

/** The most that one page of GET /mcp/configs may hold. */
export const mcpConfigPageSize = 30;

/** The most connections that a configuration may have. */
export const mostConnections = 25;

const words = (most: number) => z.string().trim().max(most).default('').catch('');

export const listMcpConfigsInput = z.object({
  /** In names and descriptions; an address of a server finds that server. */
  text: words(2048),
  /** The whole name. */
  name: words(100),
  /** The whole key. */
  provider: words(50),
  pageToken,
});

export const mcpConfigInput = z.object({ configId: mcpConfigId });

/** Who a person is at the connections: as connected accounts name them. */
export const identifier = z
  .string()
  .trim()
  .min(1, 'Give the identifier that the person’s connected accounts go by.')
  .max(255, 'An identifier has at most 255 characters.');

export const mcpAccountsInput = z.object({ configId: mcpConfigId, identifier });
export const mcpAccountLinkInput = z.object({ configId: mcpConfigId, identifier, connectionId });

/** A connection and its tools, one to a line. No tools stands for all of them. */
const mapping = z.object({
  connection: z
    .string()
    .trim()
    .min(1, 'Give the key of an app connection.')
    .max(400, 'A key has at most 400 characters.'),
  tools: textLines({
    noun: 'tool',
    most: 500,
    judge: (line) => /^[\w.:-]{1,128}$/.test(line),
    sentence: 'A tool name has no spaces, and 128 characters at most: one to a line.',
  }),
});

const mappings = z
  .array(mapping)
  .max(mostConnections, `There can be at most ${mostConnections} connections.`)
  .superRefine((rows, context) => {
    for (const [index, { connection }] of rows.entries()) {
      if (connection && rows.findIndex((row) => row.connection === connection) < index) {
        context.addIssue({
          code: 'custom',
          path: [index, 'connection'],
          message: 'This connection is there already: put all its tools in one place.',
        });
      }
    }
  });

const description = z.string().trim().max(1000, 'A description has at most 1,000 characters.');

export const createMcpConfigInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Give the configuration a name.')
    .max(100, 'A name has at most 100 characters.')
    .regex(
      /^[a-z0-9_-]*$/,
      'A name holds lowercase letters, digits, - and _ alone. It cannot be changed later.',
    ),
  description,
  mappings,
});

export const updateMcpConfigInput = z.object({
  configId: mcpConfigId,
  description,
  mappings,
  /** What the form began with, as `versionOf` says it. */
  seen: z.string(),
});

const reason = z
  .string()
  .trim()
  .min(3, 'Say in a few words why: the staff log keeps it.')
  .max(500, 'A reason has at most 500 characters.');

export const deleteMcpConfigInput = z.object({ configId: mcpConfigId, confirmName: z.string(), reason });

export const createSessionTokenInput = z.object({
  configId: mcpConfigId,
  identifier,
  lifetimeSeconds: z.coerce
    .number('Give a number of seconds.')
    .int('Give whole seconds.')
    .min(60, 'A session token lives 60 seconds at least.')
    .max(86_400, 'A session token lives 86,400 seconds (a day) at most.'),
  reason,
});

export type McpMapping = { connectionId: string; connection: string; provider: string; tools: string[] };

/** Which tools of which connections the agents of a server may use. */
export type McpConfigRow = {
  id: string;
  name: string;
  description: string;
  serverUrl: string;
  mappings: McpMapping[];
};

/** What changes when the configuration does: a form that began with another one is old. */
export function versionOf({ description, mappings }: Pick<McpConfigRow, 'description' | 'mappings'>): string {
  return JSON.stringify([description, mappings.map(({ connection, tools }) => [connection, tools])]);
}

/** What goes with a configuration; null where the environment does not tell. */
export type McpConfigImpact = { instances: number | null };

/** An app connection that a configuration may name. */
export type McpConnectionChoice = { key: string; provider: string };

/** What is answered once. The time is ISO 8601. */
export type SessionToken = { value: string; expiresAt: string };

/** The link by which a person authorizes an account, with where they stood. */
export type AccountLink = McpAccount & { link: string };

import { createHash } from 'node:crypto';
import type { JsonObject, MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { z } from 'zod';
import type { toolsPb } from '@/lib/scalekit/services';
import { toolCounts } from '../providers/catalogue.data';
import type { Store } from '../store';
import type { ToolImitation } from './imitation';
import { imitations } from './imitations/all';
import { connectionOfTool, mcpImitation, mcpToolNames } from './mcp-tools';
import { namesOf, providerOfTool } from './names';
import type { ToolRow } from './rows';

export type ToolInit = MessageInitShape<typeof toolsPb.ToolSchema>;

const catalogueTime = Date.UTC(2026, 7, 1);

/** All names of tools, or those of some providers (their keys, in any case); those of the environment included. */
export function listToolNames(store: Store, providers: readonly string[] = []): string[] {
  const slugs = providers.length > 0 ? providers.map((key) => key.toLowerCase()) : [...toolCounts.keys()];
  const own = store.customTools
    .all()
    .filter(({ provider }) => providers.length === 0 || slugs.includes(provider.toLowerCase()));
  const served = mcpToolNames(store, providers.length === 0 ? [] : slugs);
  return [...new Set([...slugs.flatMap(namesOf), ...own.map(nameOf), ...served])].sort();
}

/** A tool by its name: the environment's default version first, then the one that is built in. */
export function findTool(store: Store, name: string): ToolInit | undefined {
  const own = store.customTools.all().filter((row) => nameOf(row) === name);
  const chosen = own.find(({ isDefault }) => isDefault) ?? own.at(-1);
  if (chosen) return toTool(chosen);
  const server = connectionOfTool(store, name);
  if (server) return { ...builtInTool(server.providerKey, name), provider: server.providerKey };
  const slug = providerOfTool(name);
  return slug ? builtInTool(slug, name) : undefined;
}

/** The imitation behind a tool; undefined for one that is a name only. */
export function findImitation(name: string): ToolImitation | undefined {
  return imitations[providerOfTool(name) ?? '']?.find((one) => one.name === name) ?? mcpImitation(name);
}

export function toTool(row: ToolRow): ToolInit {
  const { id, provider, definition, metadata, tags, isDefault } = row;
  return { id, provider, definition, metadata, tags, isDefault, updatedAt: timestampFromMs(row.updatedAt) };
}

export function nameOf({ definition }: Pick<ToolRow, 'definition'>): string {
  return typeof definition.name === 'string' ? definition.name : '';
}

function builtInTool(slug: string, name: string): ToolInit {
  const imitation = findImitation(name);
  const definition: JsonObject = {
    name,
    description: imitation?.description ?? `${words(name.slice(slug.length + 1))} (${slug}).`,
    input_schema: imitation ? jsonSchema(imitation.input) : { type: 'object', properties: {} },
    schema_version: '1.0.0',
    tool_version: '1.0.0',
  };
  return {
    id: toolId(name),
    provider: slug.toUpperCase(),
    definition,
    metadata: {},
    tags: [slug],
    isDefault: true,
    updatedAt: timestampFromMs(catalogueTime),
  };
}

/** The same in every run. */
function toolId(name: string): string {
  const digest = createHash('sha256').update(name).digest().readBigUInt64BE();
  return `tol_${String(digest % 10n ** 18n).padStart(18, '0')}`;
}

const schemas = new WeakMap<z.ZodObject, JsonObject>();

function jsonSchema(input: z.ZodObject): JsonObject {
  const known = schemas.get(input);
  if (known) return known;
  const schema = z.toJSONSchema(input, { io: 'input' }) as JsonObject;
  schemas.set(input, schema);
  return schema;
}

function words(name: string): string {
  const text = name.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

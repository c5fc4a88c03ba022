import 'server-only';
import type { JsonObject } from '@bufbuild/protobuf';
import type { ToolRun } from '@/lib/generated/prisma/client';
import type { toolsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { runOutcomes, type Schema, type ToolDetail, type ToolRow, type ToolRunRow } from './schema';

/** Plain row of a tool; with the account that would run it, where the list says. */
export function toToolRow(tool: toolsPb.Tool, accountId: string | null = null): ToolRow {
  const name = textOf(tool.definition, 'name') || tool.id;
  return {
    key: `${name} ${accountId ?? tool.id}`,
    name,
    provider: tool.provider,
    description: textOf(tool.definition, 'description'),
    isDefault: tool.isDefault ?? false,
    accountId,
  };
}

export function toToolDetail(tool: toolsPb.Tool): ToolDetail {
  const { key: _key, accountId: _accountId, ...row } = toToolRow(tool);
  return {
    ...row,
    id: tool.id,
    tags: tool.tags,
    schemaVersion: textOf(tool.definition, 'schema_version') || null,
    toolVersion: textOf(tool.definition, 'tool_version') || null,
    updatedAt: toIso(tool.updatedAt),
    inputSchema: objectOf(tool.definition, 'input_schema'),
    outputSchema: objectOf(tool.definition, 'output_schema'),
  };
}

export function toToolRunRow(row: ToolRun): ToolRunRow {
  const { id, createdAt, actorEmail, name, identifier, connector, accountId } = row;
  const { status, executionId, requestId, took } = row;
  return {
    ...{ id, actorEmail, name, identifier, connector, accountId, status, executionId, requestId, took },
    createdAt: createdAt.toISOString(),
    kind: row.kind === 'proxy' ? 'proxy' : 'tool',
    outcome: runOutcomes.find((one) => one === row.outcome) ?? 'unknown',
  };
}

function textOf(definition: JsonObject | undefined, name: string): string {
  const value = definition?.[name];
  return typeof value === 'string' ? value : '';
}

function objectOf(definition: JsonObject | undefined, name: string): Schema | null {
  const value = definition?.[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

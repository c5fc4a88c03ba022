import 'server-only';
import { actOf } from '@/lib/api-effects';
import { operationEffects } from '@/lib/api-effects.data';
import { findEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { inputSchema } from '@/lib/scalekit/rest/message-schema';
import { type Operation, operations } from '@/lib/scalekit/rest/operations';
import { defineQuery } from '@/lib/server/define-query';
import { findOperation } from './prepare';
import {
  type OperationDetail,
  type OperationFilters,
  type OperationList,
  type OperationRow,
  operationFilters,
  operationInput,
  type SnippetOperations,
  snippetInput,
} from './schema';

/** All operations of the contract that match. Source: the contract itself; no call is made. */
export const listOperations = defineQuery({
  permission: 'api.read',
  input: operationFilters,
  scope: () => ({ kind: 'assigned' }),
  load: async (filters): Promise<OperationList> => {
    const all = [...operations.values()];
    const rows = all.map(toRow);
    return {
      rows: rows.filter((row) => matches(row, filters)),
      services: [...new Set(all.map(({ service }) => service))],
      total: all.length,
      callable: all.filter(({ callable }) => callable).length,
    };
  },
});

/** One operation: its routes, what it takes and what it does. @throws AppError not_found */
export const getOperation = defineQuery({
  permission: 'api.read',
  input: operationInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ operation: key }, { environment }): Promise<OperationDetail> => {
    const operation = findOperation(key);
    const { routes, description } = operation;
    return {
      ...toRow(operation),
      ...{ description, routes, base: baseOf(environment) },
      schema: inputSchema(operation),
      raisedBy: operationEffects[key]?.when?.field ?? null,
    };
  },
});

/** The routes of some operations, for showing them as code; none for the address alone. */
export const readSnippetOperations = defineQuery({
  permission: 'api.read',
  input: snippetInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ operations: keys }, { environment }): Promise<SnippetOperations> => ({
    base: baseOf(environment),
    operations: keys.map((key) => {
      const { summary, routes } = findOperation(key);
      return { operation: key, summary: summary || key, routes };
    }),
  }),
});

function baseOf(environment: string): string {
  const found = findEnvironment(environment);
  if (!found) throw new AppError('not_found', `There is no environment ${environment}.`);
  return found.url;
}

function toRow(operation: Operation): OperationRow {
  const { key, service, routes, summary, callable, preview, deprecated, callers } = operation;
  const { verb = 'GET', path = '' } = routes[0] ?? {};
  return {
    key,
    service,
    verb,
    path,
    summary,
    act: (callable && actOf(key)) || null,
    preview,
    deprecated,
    callers,
  };
}

function matches({ key, service, path, summary, act }: OperationRow, filters: OperationFilters): boolean {
  if (filters.service !== '' && service !== filters.service) return false;
  if (filters.act !== '' && act !== filters.act) return false;
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${key} ${path} ${summary}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

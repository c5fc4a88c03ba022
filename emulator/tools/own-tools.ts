import type { toolsPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidField, notFound, permissionDenied } from '../errors';
import type { Store } from '../store';
import { findTool, nameOf, type ToolInit, toTool } from './catalogue';
import type { ToolRow } from './rows';

/** Adds a tool of the environment. @throws ConnectError invalid argument when it has no name */
export function createOwnTool(environment: Environment, sent: toolsPb.Tool | undefined): ToolRow {
  const { clock, newId, store } = environment;
  const now = clock.now();
  return store.customTools.put({
    id: newId('tol'),
    createdAt: now,
    updatedAt: now,
    isDefault: !store.customTools.all().some((row) => nameOf(row) === sent?.definition?.name),
    ...readTool(sent),
  });
}

/** Replaces a tool of the environment. */
export function updateOwnTool(environment: Environment, sent: toolsPb.Tool | undefined): ToolRow {
  const row = requireOwnTool(environment.store, sent?.id ?? '');
  return environment.store.customTools.put({
    ...row,
    ...readTool(sent),
    updatedAt: environment.clock.now(),
  });
}

export function deleteOwnTool({ store }: Environment, id: string): void {
  store.customTools.delete(requireOwnTool(store, id).id);
}

/** Makes one version of a tool the one that is used. @throws ConnectError not found for an unknown version */
export function setDefaultTool({ store }: Environment, request: toolsPb.SetToolDefaultRequest): ToolInit {
  const { name, schemaVersion, toolVersion } = request;
  const hasVersion = ({ definition }: Pick<ToolInit, 'definition'>) =>
    definition?.schema_version === schemaVersion && definition.tool_version === toolVersion;
  const versions = store.customTools.all().filter((row) => nameOf(row) === name);
  const chosen = versions.find(hasVersion);
  if (chosen) {
    for (const row of versions) store.customTools.put({ ...row, isDefault: row.id === chosen.id });
    return toTool({ ...chosen, isDefault: true });
  }
  const builtIn = findTool(store, name);
  if (!builtIn || !hasVersion(builtIn)) throw notFound(`tool ${name} ${schemaVersion} ${toolVersion}`);
  return builtIn;
}

function readTool(sent: toolsPb.Tool | undefined) {
  if (!sent?.definition || nameOf({ definition: sent.definition }) === '') {
    throw invalidField('tool.definition', 'a definition with a name is required', 'required');
  }
  const { provider, definition, metadata, tags } = sent;
  return { provider: provider || 'CUSTOM', definition, metadata, tags };
}

function requireOwnTool(store: Store, id: string): ToolRow {
  const row = store.customTools.get(id);
  if (row) return row;
  if (/^tol_\d{18}$/.test(id)) throw permissionDenied(`tool ${id} is not one of this environment`);
  throw notFound(`tool ${id}`);
}

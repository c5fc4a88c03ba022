import { clientsPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument, invalidField, notFound } from '../errors';
import { deleteMachineClient } from './machine-client';
import { mergeSent } from './merge-sent';
import type { ResourceRow } from './rows';

type Sent = clientsPb.CreateResource | clientsPb.UpdateResource;

/** Seconds: five minutes and thirty days. */
const defaultExpiry = { accessTokenExpiry: 300, refreshTokenExpiry: 2_592_000 };

/** Creates a resource; its scopes are names, each with an id of its own. */
export function createResource(
  environment: Environment,
  sent: clientsPb.CreateResource | undefined,
): ResourceRow {
  const { clock, newId, store } = environment;
  if (!sent) throw invalidArgument('resource is required');
  const type = clientsPb.ResourceType[sent.resourceType] as ResourceRow['type'];
  const now = clock.now();
  const empty: ResourceRow = {
    id: newId(type === 'MCP_SERVER' ? 'res' : 'app'),
    createdAt: now,
    updatedAt: now,
    type,
    ...{ name: '', description: '', resourceUri: '', resourceId: '', logoUri: '', provider: '' },
    ...{ disableDynamicClientRegistration: false, intersectScopesUserPermission: false },
    ...{ enableCimd: false, xaaEnabled: false, scopes: [], ...defaultExpiry },
  };
  return store.resources.put(mergeSent(empty, readSent(environment, empty, sent)));
}

/** Lays the sent parts over a resource. @param paths the update mask */
export function updateResource(
  environment: Environment,
  current: ResourceRow,
  sent: clientsPb.UpdateResource | undefined,
  paths: string[],
): ResourceRow {
  if (!sent) throw invalidArgument('resource is required');
  const merged = mergeSent(current, readSent(environment, current, sent), paths);
  const { value: settings } = sent.settings;
  const row: ResourceRow = { ...merged, updatedAt: environment.clock.now() };
  if (settings)
    row.connection = { ...ensureConnection(environment, row), authorizeUri: settings.authorizeUri };
  return environment.store.resources.put(row);
}

/** Removes a resource with its clients and what people let them do. */
export function deleteResource(environment: Environment, { id }: ResourceRow): void {
  const { store } = environment;
  for (const client of store.machineClients.findBy('resourceId', id))
    deleteMachineClient(environment, client);
  for (const consent of store.consents.findBy('resourceId', id)) store.consents.delete(consent.id);
  store.resources.delete(id);
}

/** The connection of the owner's own sign-in: the one there is, or a new one that is yet to be configured. */
export function ensureConnection(
  { newId }: Environment,
  { connection }: ResourceRow,
): NonNullable<ResourceRow['connection']> {
  return connection ?? { id: newId('conn'), authorizeUri: '' };
}

/** @throws ConnectError not found */
export function requireResource({ store }: Environment, id: string): ResourceRow {
  const row = store.resources.get(id);
  if (!row) throw notFound(`resource ${id}`);
  return row;
}

function readSent({ newId }: Environment, current: ResourceRow, sent: Sent): Partial<ResourceRow> {
  const { name, description, resourceUri, resourceId, logoUri, provider, enableCimd, xaaEnabled } = sent;
  const scopes = [...new Set(sent.scopes)].map(
    (scope) => current.scopes.find((one) => one.name === scope) ?? { id: newId('scp'), name: scope },
  );
  return {
    ...{ name, description, resourceUri, resourceId, logoUri, provider, enableCimd, xaaEnabled, scopes },
    accessTokenExpiry: readSeconds('access_token_expiry', sent.accessTokenExpiry),
    refreshTokenExpiry: readSeconds('refresh_token_expiry', sent.refreshTokenExpiry),
    disableDynamicClientRegistration: sent.disableDynamicClientRegistration,
    intersectScopesUserPermission: sent.intersectScopesUserPermission,
  };
}

function readSeconds(field: string, value: bigint): number {
  if (value < 0n) throw invalidField(`resource.${field}`, 'must not be negative', 'int64.gte');
  return Number(value);
}

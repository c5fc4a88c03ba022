import { randomInt } from 'node:crypto';
import type { JsonObject } from '@bufbuild/protobuf';
import { Code } from '@connectrpc/connect';
import { connectionsPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument, invalidField, refuse } from '../errors';
import type { OrganizationRow } from '../organizations/rows';
import type { Store } from '../store';
import { announceConnection } from './announce';
import { missingSettings } from './completeness';
import { oauthEndpoints } from './oauth-endpoints.data';
import type { ConnectionProvider, ConnectionRow, ConnectionType } from './rows';

type Input = Pick<connectionsPb.CreateConnection, 'provider' | 'type' | 'providerKey' | 'keyId'>;

/**
 * Adds a connection to an organization, not configured and not enabled.
 * @throws ConnectError invalid argument when the type is missing or the key taken
 */
export function createOrganizationConnection(
  environment: Environment,
  organization: OrganizationRow,
  input: Input | undefined,
): ConnectionRow {
  const draft = newConnection(environment, input, 'organization');
  const row = environment.store.connections.put({ ...draft, organizationId: organization.id });
  announceConnection(environment, 'organization.sso_created', row);
  return row;
}

/**
 * Adds a login method, which has to be configured and enabled, or a connector, which is enabled at once.
 * @throws ConnectError invalid argument when the type is missing or the key taken
 */
export function createEnvironmentConnection(
  environment: Environment,
  input: Input | undefined,
  isApp: boolean,
): ConnectionRow {
  const draft = newConnection(environment, input, isApp ? 'app' : 'login');
  const row: ConnectionRow = { ...draft, settings: defaultSettings(draft) };
  return environment.store.connections.put(isApp ? { ...row, enabled: true, status: 'COMPLETED' } : row);
}

function newConnection(
  environment: Environment,
  input: Input | undefined,
  kind: ConnectionRow['kind'],
): ConnectionRow {
  if (!input) throw invalidArgument('connection is required');
  if (!input.type) throw invalidField('connection.type', 'value is required', 'required');
  const { clock, newId, store } = environment;
  const now = clock.now();
  const { provider, providerKey } = readProvider(input);
  const keyId = input.keyId || `${providerKey.toLowerCase()}-${randomText(8)}`;
  checkKeyId(store, keyId);
  const row: ConnectionRow = {
    id: newId('conn'),
    createdAt: now,
    updatedAt: now,
    kind,
    provider,
    providerKey,
    type: connectionsPb.ConnectionType[input.type] as ConnectionType,
    keyId,
    status: 'DRAFT',
    enabled: false,
    debugEnabled: false,
    uiButtonTitle: '',
    configurationType: 'CONFIGURATION_TYPE_UNSPECIFIED',
    attributeMapping: {},
    settings: {},
    certificates: [],
    domainIds: [],
  };
  return missingSettings(row).length === 0 ? { ...row, status: 'COMPLETED' } : row;
}

/** The provider by both its names. One that the enum lacks is known by its key alone. */
export function readProvider({ provider, providerKey }: Pick<Input, 'provider' | 'providerKey'>) {
  const name = connectionsPb.ConnectionProvider[provider] as ConnectionProvider | undefined;
  if (provider && name) return { provider: name, providerKey: providerKey || name };
  const known = providerKey in connectionsPb.ConnectionProvider;
  const unknown: ConnectionProvider = 'CONNECTION_PROVIDER_UNSPECIFIED';
  return { provider: known ? (providerKey as ConnectionProvider) : unknown, providerKey };
}

/** @throws ConnectError invalid argument when another connection has the key */
export function checkKeyId(store: Store, keyId: string, ownId?: string): void {
  if (!store.connections.findBy('keyId', keyId).some(({ id }) => id !== ownId)) return;
  throw refuse(Code.InvalidArgument, 'DUPLICATE_IDENTIFIER', `key_id ${keyId} is already used`);
}

function defaultSettings({ type, providerKey }: ConnectionRow): JsonObject {
  if (type === 'GOOGLE_DWD') return { tokenUri: 'https://oauth2.googleapis.com/token' };
  const endpoints = type === 'OAUTH' && oauthEndpoints[providerKey.toUpperCase()];
  return endpoints ? { ...endpoints } : {};
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

function randomText(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

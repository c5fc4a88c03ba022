import type { JsonObject, MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { connectionsPb } from '@/lib/scalekit/services';
import { toDomain } from '../domains/messages';
import type { DomainRow } from '../domains/rows';
import type { Environment } from '../environment';
import type { ConnectionRow, ConnectionTestRow } from './rows';
import { showSettings } from './settings';

type ConnectionInit = MessageInitShape<typeof connectionsPb.ConnectionSchema>;
type ListConnectionInit = MessageInitShape<typeof connectionsPb.ListConnectionSchema>;
type TestResultInit = MessageInitShape<typeof connectionsPb.GetConnectionTestResultResponseSchema>;

const { ConfigurationType, ConnectionProvider, ConnectionStatus, ConnectionType, TestResultStatus } =
  connectionsPb;

/** A connection as the API shows it, with its configuration. */
export function toConnection(environment: Environment, row: ConnectionRow): ConnectionInit {
  return {
    id: row.id,
    provider: ConnectionProvider[row.provider],
    providerKey: row.providerKey,
    type: ConnectionType[row.type],
    status: ConnectionStatus[row.status],
    enabled: row.enabled,
    debugEnabled: row.debugEnabled,
    organizationId: row.organizationId,
    uiButtonTitle: row.uiButtonTitle,
    configurationType: ConfigurationType[row.configurationType],
    testConnectionUri: testUri(environment, row),
    attributeMapping: row.attributeMapping,
    createTime: timestampFromMs(row.createdAt),
    updateTime: timestampFromMs(row.updatedAt),
    settings: showSettings(environment.url(), row),
    keyId: row.keyId,
    domains: domainsOf(environment, row).map((domain) => toDomain(environment, domain)),
  };
}

/** A connection as lists show it. */
export function toListConnection(environment: Environment, row: ConnectionRow): ListConnectionInit {
  return {
    id: row.id,
    provider: ConnectionProvider[row.provider],
    providerKey: row.providerKey,
    type: ConnectionType[row.type],
    status: ConnectionStatus[row.status],
    enabled: row.enabled,
    organizationId: row.organizationId,
    organizationName: organizationName(environment, row),
    uiButtonTitle: row.uiButtonTitle,
    domains: domainsOf(environment, row).map(({ name }) => name),
    keyId: row.keyId,
    createdAt: timestampFromMs(row.createdAt),
  };
}

/** The name of the organization that has the connection; undefined for the environment's own. */
export function organizationName({ store }: Environment, row: ConnectionRow): string | undefined {
  return row.organizationId ? store.organizations.get(row.organizationId)?.displayName : undefined;
}

/** The domains that were given to a connection. */
export function domainsOf({ store }: Environment, row: ConnectionRow): DomainRow[] {
  return row.domainIds.flatMap((id) => store.domains.get(id) ?? []);
}

export function toTestResult(row: ConnectionTestRow): TestResultInit {
  const { status, userInfo, error, errorDescription, errorDetails } = row;
  return { status: TestResultStatus[status], userInfo, error, errorDescription, errorDetails };
}

/** The data of a connection's events. */
export function connectionData(row: ConnectionRow): JsonObject {
  return {
    id: row.id,
    organization_id: row.organizationId ?? '',
    connection_type: row.type,
    provider: row.provider,
    enabled: row.enabled,
    status: row.status,
  };
}

function testUri(environment: Environment, { id, type }: ConnectionRow): string {
  const isTestable = type === 'OIDC' || type === 'SAML' || type === 'OAUTH';
  return isTestable ? `${environment.url()}/sso/v1/${type.toLowerCase()}/${id}/test` : '';
}

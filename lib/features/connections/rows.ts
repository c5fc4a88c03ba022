import 'server-only';
import { providerName } from '@/lib/provider-name';
import { connectionsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { toAssignedDomain } from './assigned-domain';
import { readCertificate } from './certificate';
import { otherSettings } from './other-settings';
import type { ConnectionDetail, ConnectionRow, ConnectionStatus } from './schema';
import { oidcSettings, samlSettings } from './settings';

const statuses: Partial<Record<connectionsPb.ConnectionStatus, ConnectionStatus>> = {
  [connectionsPb.ConnectionStatus.DRAFT]: 'draft',
  [connectionsPb.ConnectionStatus.IN_PROGRESS]: 'in_progress',
  [connectionsPb.ConnectionStatus.COMPLETED]: 'completed',
};

/** Plain row of a connection: the vendor's message ends here. */
export function toConnectionRow(connection: connectionsPb.ListConnection): ConnectionRow {
  return {
    ...common(connection),
    organizationId: connection.organizationId,
    organizationName: connection.organizationName || null,
    domains: connection.domains,
    keyId: connection.keyId || connection.id,
    createdAt: toIso(connection.createdAt),
  };
}

export function toConnectionDetail(connection: connectionsPb.Connection): ConnectionDetail {
  const { settings } = connection;
  const oidc = settings.case === 'oidcConfig' ? settings.value : undefined;
  const saml = settings.case === 'samlConfig' ? settings.value : undefined;
  const { ours, theirs } = oidc ? oidcSettings(oidc) : saml ? samlSettings(saml) : { ours: [], theirs: [] };
  return {
    ...common(connection),
    organizationId: connection.organizationId ?? '',
    organizationName: null,
    domains: connection.domains.map(({ domain, id }) => domain || id),
    assignedDomains: connection.domains.map(toAssignedDomain),
    testUri: webAddress(connection.testConnectionUri),
    others: oidc || saml ? [] : otherSettings(settings),
    keyId: connection.keyId || connection.id,
    createdAt: toIso(connection.createTime),
    updatedAt: toIso(connection.updateTime),
    ours,
    theirs,
    certificates: saml?.idpCertificates.map(readCertificate) ?? [],
    attributeMapping: Object.entries(connection.attributeMapping).map(([key, value]) => ({ key, value })),
  };
}

// It becomes a link: nothing but the web may stand in it.
const webAddress = (text: string) => (/^https?:\/\//.test(text) ? text : null);

type Common = Pick<
  connectionsPb.Connection,
  'id' | 'provider' | 'providerKey' | 'type' | 'status' | 'enabled'
>;

function common(connection: Common) {
  const { ConnectionProvider, ConnectionType } = connectionsPb;
  const providerKey = connection.providerKey || (ConnectionProvider[connection.provider] ?? '');
  return {
    id: connection.id,
    providerKey,
    provider: providerName(providerKey),
    type: ConnectionType[connection.type] ?? 'Other',
    status: statuses[connection.status] ?? 'other',
    enabled: connection.enabled,
  };
}

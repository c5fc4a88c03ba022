import type { ConnectionRow } from '../connections/rows';
import { isVerified, settleDomain } from '../domains/verification';
import type { Environment } from '../environment';
import { OauthError } from '../oauth/oauth-error';
import type { Parameters } from '../oauth/parameters';
import { refusals } from './outcomes.data';

/** The way in that a request names: a connection, or the hosted page, for an organization where one is named. */
export type Selection = { connection?: ConnectionRow; organizationId?: string };

/**
 * Finds the way in by the documented precedence: provider, connection, organization, domain, login hint.
 * Where the environment has login methods of its own, the hosted page takes what leads to no connection.
 * @throws OauthError in the documented codes
 */
export function selectConnection(environment: Environment, parameters: Parameters): Selection {
  const { connection_id: connectionId, login_hint: loginHint, organization_id, provider } = parameters;
  if (provider) {
    checkOrganization(environment, organization_id);
    return { connection: byProvider(environment, provider), organizationId: organization_id };
  }
  if (connectionId) return withOrganization(byId(environment, connectionId));
  if (organization_id) return byOrganization(environment, organization_id);
  const domain = parameters.domain ?? parameters.domain_hint ?? loginHint?.split('@')[1];
  if (domain) return byDomain(environment, domain.toLowerCase());
  return hostedPage(environment) ?? fail('invalid_connection_selector');
}

/** The login methods of the environment itself, which the hosted page offers. */
export function loginMethods({ store }: Environment): ConnectionRow[] {
  return store.connections.all().filter((row) => row.kind === 'login' && row.enabled && isOffered(row));
}

/** The connection that people of a domain sign in through; undefined when there is none. */
export function findDomainConnection(environment: Environment, name: string): Selection | undefined {
  const { store } = environment;
  const domain = store.domains
    .findBy('name', name)
    .map((row) => settleDomain(environment, row))
    .find((row) => row.type === 'ORGANIZATION_DOMAIN' && isVerified(row));
  if (!domain) return undefined;
  const active = activeConnections(environment, domain.organizationId);
  const connection = active.find(({ domainIds }) => domainIds.includes(domain.id)) ?? active[0];
  return { connection, organizationId: domain.organizationId };
}

const offered = ['OAUTH', 'PASSWORDLESS'];
const isOffered = ({ type }: ConnectionRow) => offered.includes(type);

function byProvider({ store }: Environment, provider: string): ConnectionRow {
  const wanted = provider.toUpperCase();
  const rows = store.connections
    .all()
    .filter(
      (row) => row.kind === 'login' && row.type === 'OAUTH' && row.providerKey.toUpperCase() === wanted,
    );
  if (rows.length === 0) return fail('no_configured_connections');
  return rows.find(({ enabled }) => enabled) ?? fail('connection_not_active');
}

function byId({ store }: Environment, id: string): ConnectionRow {
  const row = store.connections.get(id);
  if (!row || row.kind === 'app') return fail('invalid_connection_id');
  return row.enabled ? row : fail('connection_not_active');
}

function byOrganization(environment: Environment, organizationId: string): Selection {
  checkOrganization(environment, organizationId);
  const [connection] = activeConnections(environment, organizationId);
  if (connection) return { connection, organizationId };
  return hostedPage(environment, organizationId) ?? fail('no_active_connections');
}

function checkOrganization({ store }: Environment, id: string | undefined): void {
  if (id && !store.organizations.get(id)) fail('invalid_organization_id');
}

function byDomain(environment: Environment, domain: string): Selection {
  const found = findDomainConnection(environment, domain);
  if (found?.connection) return found;
  const page = hostedPage(environment, found?.organizationId);
  return page ?? fail(found ? 'no_active_connections' : 'domain_not_found');
}

function activeConnections({ store }: Environment, organizationId: string): ConnectionRow[] {
  return store.connections.findBy('organizationId', organizationId).filter(({ enabled }) => enabled);
}

function hostedPage(environment: Environment, organizationId?: string): Selection | undefined {
  return loginMethods(environment).length > 0 ? { organizationId } : undefined;
}

function withOrganization(connection: ConnectionRow): Selection {
  return { connection, organizationId: connection.organizationId };
}

function fail(code: keyof typeof refusals): never {
  throw new OauthError(code, refusals[code]);
}

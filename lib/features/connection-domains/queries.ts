import 'server-only';
import { providerName } from '@/lib/provider-name';
import { connectionsPb, domainsPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { readOrganizationDomains } from './read-domains';
import { type AssignableDomain, type AssignableDomains, listAssignableInput } from './schema';

const { AUTO_VERIFIED, VERIFIED } = domainsPb.VerificationStatus;

/**
 * The organization's domains, and which of them lead to the connection. Whether the list of connections names domains
 * or gives their ids is not published: both are understood.
 * Sources: GET …/domains, GET …/connections/{id}, GET /connections?organization_id=, all at once.
 */
export const listAssignable = defineQuery({
  permission: 'connection.read',
  input: listAssignableInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, connectionId }, { scalekit }): Promise<AssignableDomains> => {
    const [{ domains, complete }, { connection }, { connections }] = await Promise.all([
      readOrganizationDomains(scalekit, organizationId),
      scalekit.connections.getConnection({ organizationId, id: connectionId }),
      scalekit.connections.listConnections({ organizationId, include: 'all' }),
    ]);
    const own = new Set(connection?.domains.flatMap(({ id, domain }) => [id, domain]).filter(Boolean));
    const others = connections.filter(({ id }) => id !== connectionId);
    const toRow = ({ id, domain, verificationStatus }: domainsPb.Domain): AssignableDomain => ({
      id,
      domain: domain || id,
      verified: verificationStatus === VERIFIED || verificationStatus === AUTO_VERIFIED,
      assigned: own.has(id) || own.has(domain),
      elsewhere: others.filter((one) => leadsTo(one, id, domain)).map(describe),
    });
    // What leads here and is not among those read must stand in the list too: saving would take it away.
    const read = new Set(domains.map(({ id }) => id));
    const more = connection?.domains.filter(({ id }) => id && !read.has(id)) ?? [];
    return { rows: [...more, ...domains].map(toRow), complete };
  },
});

function leadsTo({ domains }: connectionsPb.ListConnection, id: string, domain: string): boolean {
  return domains.includes(id) || domains.includes(domain);
}

function describe({ provider, providerKey, type }: connectionsPb.ListConnection): string {
  const { ConnectionProvider, ConnectionType } = connectionsPb;
  const name = providerName(providerKey || (ConnectionProvider[provider] ?? ''));
  return `${name} (${ConnectionType[type] ?? 'other'})`;
}

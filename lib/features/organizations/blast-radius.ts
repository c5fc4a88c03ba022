import 'server-only';
import { db } from '@/lib/db';
import { defineQuery } from '@/lib/server/define-query';
import { usableLinks } from '@/lib/server/usable-links';
import {
  type BlastRadius,
  blastKinds,
  type Count,
  membersReadForOnlyHere,
  type OnlyHere,
  organizationInput,
} from './schema';

/** The most domains that one call returns; the API does not say how many there are. */
const domainsPerCall = 100;

/**
 * What goes with an organization, counted live, all at once: one call for each kind, however many there are.
 * A count that fails is null: the rest still helps. Source: the lists of each kind; portal links are Keydesk's own.
 */
export const measureBlastRadius = defineQuery({
  permission: 'organization.read',
  input: organizationInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { scalekit, environment }): Promise<BlastRadius> => {
    const page = { organizationId, pageSize: 1 };
    const identities = { case: 'organizationId', value: organizationId } as const;
    const counts = {
      members: counted(scalekit.users.listOrganizationUsers(page), ({ totalSize }) => total(totalSize)),
      connections: counted(
        scalekit.connections.listConnections({ organizationId, include: 'all' }),
        ({ connections }) => withEnabled(connections),
      ),
      directories: counted(scalekit.directories.listDirectories({ organizationId }), ({ directories }) =>
        withEnabled(directories),
      ),
      domains: counted(
        scalekit.domains.listDomains({ identities, pageSize: domainsPerCall }),
        ({ domains }) => ({ count: domains.length, orMore: domains.length >= domainsPerCall }),
      ),
      // The list holds the environment's roles too, which stay.
      roles: counted(scalekit.roles.listOrganizationRoles({ orgId: organizationId }), ({ roles }) =>
        total(roles.filter(({ isOrgRole }) => isOrgRole).length),
      ),
      apiKeys: counted(scalekit.tokens.listTokens(page), ({ totalCount }) => total(totalCount)),
      apiClients: counted(scalekit.clients.listOrganizationClients(page), ({ totalSize }) =>
        total(totalSize),
      ),
      connectedAccounts: counted(scalekit.connectedAccounts.listConnectedAccounts(page), ({ totalSize }) =>
        total(totalSize),
      ),
      portalLinks: counted(countOpenPortalLinks(environment, organizationId), total),
    };
    const entries = blastKinds.map(async (kind) => [kind, await counts[kind]] as const);
    return Object.fromEntries(await Promise.all(entries)) as BlastRadius;
  },
});

const total = (count: number): Count => ({ count, orMore: false });

const withEnabled = (rows: { enabled: boolean }[]): Count => ({
  ...total(rows.length),
  enabled: rows.filter(({ enabled }) => enabled).length,
});

async function counted<Answer>(
  call: Promise<Answer>,
  read: (answer: Answer) => Count,
): Promise<Count | null> {
  try {
    return read(await call);
  } catch {
    // The call itself is in the log; here only the number is missing.
    return null;
  }
}

function countOpenPortalLinks(environment: string, organizationId: string): Promise<number> {
  return db().portalLink.count({ where: { environment, organizationId, ...usableLinks() } });
}

/** Members whose records are read at the same time. */
const atOnce = 5;

/**
 * How many members belong to no other organization, and so are deleted with this one. The list of members names only
 * this membership, so each of the first few is read by id: never more, however large the customer is.
 */
export const countMembersOnlyHere = defineQuery({
  permission: 'organization.read',
  input: organizationInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { scalekit }): Promise<OnlyHere> => {
    const pageSize = membersReadForOnlyHere;
    const list = await scalekit.users.listOrganizationUsers({ organizationId, pageSize });
    const onlyHere: OnlyHere = { onlyHere: 0, read: 0, members: list.totalSize };
    for (let start = 0; start < list.users.length; start += atOnce) {
      const some = list.users.slice(start, start + atOnce);
      const answers = await Promise.allSettled(
        some.map(({ id }) => scalekit.users.getUser({ identities: { case: 'id', value: id } })),
      );
      for (const answer of answers) {
        if (answer.status === 'rejected' || !answer.value.user) continue;
        onlyHere.read += 1;
        if (answer.value.user.memberships.length <= 1) onlyHere.onlyHere += 1;
      }
    }
    return onlyHere;
  },
});

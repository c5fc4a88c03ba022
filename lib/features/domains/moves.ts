import 'server-only';
import { mayReach } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { providerName } from '@/lib/provider-name';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { defineQuery, type QueryContext } from '@/lib/server/define-query';
import { findDomain } from './find-domain';
import { leadingTo, ledToBefore, scopeOfMove } from './move-records';
import { toDomainRow } from './rows';
import {
  type AffectedMembers,
  type ConnectionLabel,
  type DomainHolder,
  type DomainMoveRow,
  type DomainMoveState,
  domainHolderInput,
  domainMoveInput,
  listDomainMovesInput,
  type MoveEnd,
} from './schema';

/** The longest domain that GET /connections?domain= takes, although domains may have 255 characters. */
const longestLookup = 32;

/**
 * Which customer holds a domain, as far as this person may know. The API finds it by its connections alone.
 * Sources: GET /connections?domain=, GET …/domains here; then the domains of those found.
 */
export const findDomainHolder = defineQuery({
  permission: 'domain.read',
  input: domainHolderInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, domain }, { scalekit, principal }): Promise<DomainHolder> => {
    const isTooLong = domain.length > longestLookup;
    const [here, found] = await Promise.all([
      findDomain(scalekit, organizationId, domain),
      isTooLong ? null : scalekit.connections.listConnections({ domain, include: 'all' }),
    ]);
    if (here) return { kind: 'here' };
    if (!found) return { kind: 'too_long' };
    const names = new Map(
      found.connections
        .filter((one) => one.organizationId && one.organizationId !== organizationId)
        .map((one) => [one.organizationId, one.organizationName || one.organizationId]),
    );
    const reachable = [...names].filter(([id]) => mayReach(principal, id));
    const holds = await Promise.all(reachable.map(([id]) => findDomain(scalekit, id, domain)));
    const holder = reachable.find((_one, index) => holds[index]);
    if (holder) return { kind: 'known', organizationId: holder[0], name: holder[1] };
    return { kind: names.size > reachable.length ? 'hidden' : 'no_connection' };
  },
});

/**
 * A move as it stands now: who holds the domain, and whom it touches. Sources: both organizations with their domains and
 * connections, members of the holder by GET /organizations/{id}/users:search, its directories; all at once.
 */
export const getDomainMove = defineQuery({
  permission: 'domain.read',
  input: domainMoveInput,
  scope: ({ organizationId, fromOrganizationId }, { principal }) =>
    scopeOfMove(principal, organizationId, fromOrganizationId),
  load: async ({ organizationId, fromOrganizationId, domain }, context): Promise<DomainMoveState> => {
    const { scalekit } = context;
    const [from, to, members, directories] = await Promise.all([
      readEnd(fromOrganizationId, domain, context),
      readEnd(organizationId, domain, context),
      orNull(readAffected(scalekit, fromOrganizationId, domain)),
      orNull(scalekit.directories.listDirectories({ organizationId: fromOrganizationId })),
    ]);
    return { domain, from, to, members, directories: directories?.directories.length ?? null };
  },
});

async function readEnd(
  organizationId: string,
  domain: string,
  { scalekit, environment }: QueryContext,
): Promise<MoveEnd> {
  const identities = { case: 'id', value: organizationId } as const;
  const [{ organization }, held, list, before] = await Promise.all([
    scalekit.organizations.getOrganization({ identities }),
    findDomain(scalekit, organizationId, domain),
    orNull(scalekit.connections.listConnections({ organizationId, include: 'all' })),
    ledToBefore(environment, organizationId, domain),
  ]);
  const connections = list?.connections ?? [];
  const leadsTo = held ? leadingTo(connections, held) : connections.filter(({ id }) => before.includes(id));
  return {
    organizationId,
    name: organization?.displayName ?? organizationId,
    domain: held && toDomainRow(held),
    connections: list && connections.map(toLabel),
    leadsTo: leadsTo.map(toLabel),
  };
}

function toLabel(one: connectionsPb.ListConnection): ConnectionLabel {
  const { ConnectionProvider, ConnectionType } = connectionsPb;
  const provider = providerName(one.providerKey || (ConnectionProvider[one.provider] ?? ''));
  const label = `${provider} (${ConnectionType[one.type] ?? 'other'})`;
  return { id: one.id, label, enabled: one.enabled };
}

/** The search holds at most 30, of which those of a sub-domain are left out. */
async function readAffected(
  scalekit: ScalekitClient,
  organizationId: string,
  domain: string,
): Promise<AffectedMembers> {
  const query = `@${domain}`.slice(0, 100);
  const page = await scalekit.users.searchOrganizationUsers({ organizationId, query, pageSize: 30 });
  const emails = page.users
    .map(({ email }) => email)
    .filter((one) => one.toLowerCase().endsWith(`@${domain}`));
  return { emails, more: page.totalSize > page.users.length };
}

const listed = 5;

/** The last moves to and from an organization whose other end the person may see. Source: Keydesk's own records. */
export const listDomainMoves = defineQuery({
  permission: 'domain.read',
  input: listDomainMovesInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { environment, principal }): Promise<DomainMoveRow[]> => {
    const either = [{ fromOrganizationId: organizationId }, { toOrganizationId: organizationId }];
    const moves = await db().domainMove.findMany({
      where: { environment, OR: either },
      orderBy: { movedAt: 'desc' },
      distinct: ['domain'],
      take: listed,
    });
    const rows = moves.map((move): DomainMoveRow => {
      const isOut = move.fromOrganizationId === organizationId;
      return {
        id: move.id,
        domain: move.domain,
        direction: isOut ? 'out' : 'in',
        otherId: isOut ? move.toOrganizationId : move.fromOrganizationId,
        otherName: isOut ? move.toName : move.fromName,
        movedAt: move.movedAt.toISOString(),
        movedByEmail: move.movedByEmail,
      };
    });
    return rows.filter(({ otherId }) => mayReach(principal, otherId));
  },
});

const orNull = <Answer>(call: Promise<Answer>): Promise<Answer | null> => call.catch(() => null);

import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { judgeOnboarding } from './judge';
import { readLinkState } from './link-state';
import { toConnections, toDirectories, toDomains, toFeatures, toSignIns } from './read-state';
import type { Onboarding } from './schema';

/** A page of the lists that are read for the steps: the most that the API gives of members. */
const pageSize = 30;

type Context = { environment: string; scalekit: ScalekitClient };

/** Reads the live state of an organization, five calls at once, and judges it. A part that cannot be read is unknown. */
export async function loadOnboarding(
  organizationId: string,
  { environment, scalekit }: Context,
): Promise<Onboarding> {
  const upstream = readUpstream(scalekit, organizationId);
  const [linksOf, organization, connections, domains, directories, members] = await Promise.all([
    orNull(readLinkState(environment, [organizationId])),
    ...upstream,
  ]);
  return judgeOnboarding({
    links: linksOf?.(organizationId) ?? null,
    features: organization && toFeatures(organization),
    connections: connections && toConnections(connections),
    domains: domains && toDomains(domains),
    directories: directories && toDirectories(directories),
    signIns: members && toSignIns(members),
  });
}

function readUpstream(scalekit: ScalekitClient, organizationId: string) {
  const identities = { case: 'organizationId', value: organizationId } as const;
  return [
    orNull(scalekit.organizations.getOrganization({ identities: { case: 'id', value: organizationId } })),
    orNull(scalekit.connections.listConnections({ organizationId, include: 'all' })),
    orNull(scalekit.domains.listDomains({ identities, pageSize })),
    orNull(scalekit.directories.listDirectories({ organizationId })),
    orNull(scalekit.users.listOrganizationUsers({ organizationId, pageSize })),
  ] as const;
}

function orNull<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  return call.catch(() => null);
}

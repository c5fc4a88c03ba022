import 'server-only';
import { db } from '@/lib/db';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { usableLinks } from '@/lib/server/usable-links';
import { judgeOnboarding } from './judge';
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
  const [links, organization, connections, domains, directories, members] = await Promise.all([
    orNull(readLinks(environment, organizationId)),
    ...upstream,
  ]);
  return judgeOnboarding({
    links,
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

async function readLinks(environment: string, organizationId: string) {
  const where = { environment, organizationId };
  const [created, usable, opened] = await Promise.all([
    db().portalLink.count({ where }),
    db().portalLink.count({ where: { ...where, ...usableLinks() } }),
    db().portalLinkOpen.findFirst({
      where: { outcome: 'opened', link: where },
      orderBy: { at: 'desc' },
      select: { at: true },
    }),
  ]);
  return { created, usable, openedAt: opened?.at.toISOString() ?? null };
}

function orNull<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  return call.catch(() => null);
}

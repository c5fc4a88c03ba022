import 'server-only';
import {
  connectionsPb,
  type directoriesPb,
  domainsPb,
  type organizationsPb,
  type usersPb,
} from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { LiveState } from './live-state';

// The vendor's messages end here.

export function toFeatures({ organization }: organizationsPb.GetOrganizationResponse): string[] {
  const features = organization?.settings?.features ?? [];
  return features.filter(({ enabled }) => enabled).map(({ name }) => name);
}

export function toConnections({
  connections,
}: connectionsPb.ListConnectionsResponse): LiveState['connections'] {
  return connections.map(({ id, status, enabled }) => ({
    id,
    completed: status === connectionsPb.ConnectionStatus.COMPLETED,
    enabled,
  }));
}

const { VerificationStatus } = domainsPb;

/** Those by which sign-in is routed; an allowed e-mail domain routes none. */
export function toDomains({ domains }: domainsPb.ListDomainResponse): LiveState['domains'] {
  return domains
    .filter(({ domainType }) => domainType !== domainsPb.DomainType.ALLOWED_EMAIL_DOMAIN)
    .map(({ domain, verificationStatus: status }) => {
      if (status === VerificationStatus.VERIFIED || status === VerificationStatus.AUTO_VERIFIED)
        return { domain, state: 'verified' };
      return { domain, state: status === VerificationStatus.FAILED ? 'failed' : 'pending' };
    });
}

export function toDirectories({
  directories,
}: directoriesPb.ListDirectoriesResponse): LiveState['directories'] {
  return directories.map(({ id, enabled, totalUsers }) => ({ id, enabled, users: totalUsers }));
}

export function toSignIns(members: usersPb.ListOrganizationUsersResponse): LiveState['signIns'] {
  const identities = members.users.flatMap(({ userProfile }) => userProfile?.externalIdentities ?? []);
  return {
    looked: members.users.length,
    total: members.totalSize,
    seen: identities.map(({ connectionId, lastLoginTime }) => ({ connectionId, at: toIso(lastLoginTime) })),
  };
}

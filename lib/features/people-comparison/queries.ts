import 'server-only';
import { z } from 'zod';
import { providerName } from '@/lib/provider-name';
import { commonsPb, type directoriesPb, type usersPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { defineQuery } from '@/lib/server/define-query';
import {
  type ComparedDirectoryUser,
  type ComparedMember,
  type ComparedPage,
  directoryPageInput,
  directoryPageSize,
  memberPageInput,
  memberPageSize,
} from './schema';

/** A page of members with their identities at identity providers. Source: GET /organizations/{id}/users. */
export const listComparedMembers = defineQuery({
  permission: 'member.read',
  input: memberPageInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (input, { scalekit }): Promise<ComparedPage<ComparedMember>> => {
    const page = await scalekit.users.listOrganizationUsers({ ...input, pageSize: memberPageSize });
    return {
      rows: page.users.map((user) => toMember(user, input.organizationId)),
      total: page.totalSize,
      nextToken: page.nextPageToken || null,
    };
  },
});

/** A page of whom a directory knows. Source: GET …/directories/{id}/users. */
export const listComparedDirectoryUsers = defineQuery({
  permission: 'directory.read',
  input: directoryPageInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (input, { scalekit }): Promise<ComparedPage<ComparedDirectoryUser>> => {
    const page = await scalekit.directories.listDirectoryUsers({
      ...input,
      includeDetail: true,
      pageSize: directoryPageSize,
    });
    return {
      rows: page.users.map((user) => toDirectoryUser(user, input.directoryId)),
      total: page.totalSize,
      nextToken: page.nextPageToken || null,
    };
  },
});

const { MembershipStatus } = commonsPb;
const statuses: Partial<Record<commonsPb.MembershipStatus, ComparedMember['status']>> = {
  [MembershipStatus.ACTIVE]: 'active',
  [MembershipStatus.INACTIVE]: 'inactive',
  [MembershipStatus.PENDING_INVITE]: 'invited',
  [MembershipStatus.INVITE_EXPIRED]: 'invited',
};

function toMember(user: usersPb.User, organizationId: string): ComparedMember {
  const membership = user.memberships.find((one) => one.organizationId === organizationId);
  return {
    userId: user.id,
    email: user.email,
    externalId: user.externalId || null,
    status: (membership && statuses[membership.membershipStatus]) ?? 'other',
    provisioningMethod: membership?.provisioningMethod || null,
    identities: (user.userProfile?.externalIdentities ?? []).map((one) => ({
      connectionId: one.connectionId,
      provider: providerName(commonsPb.IdentityProviderType[one.connectionProvider] ?? ''),
      subject: one.connectionUserId,
      lastLoginAt: toIso(one.lastLoginTime),
    })),
  };
}

const detailSchema = z.object({
  active: z.boolean().optional().catch(undefined),
  dp_id: z.string().nullish().catch(null),
});

function toDirectoryUser(user: directoriesPb.DirectoryUser, directoryId: string): ComparedDirectoryUser {
  const detail = detailSchema.safeParse(user.userDetail ?? {}).data;
  return {
    id: user.id,
    directoryId,
    email: user.email,
    otherEmails: user.emails.filter((one) => one !== user.email),
    userName: user.preferredUsername,
    externalId: detail?.dp_id || null,
    isActive: detail?.active ?? null,
  };
}

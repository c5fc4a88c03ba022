import 'server-only';
import { z } from 'zod';
import type { Page } from '@/lib/page';
import { defineCustomerQuery } from '@/lib/server/define-customer-query';
import { isSelf } from './own-member';
import { toAssignableRole, toMemberRow } from './rows';
import { type AssignableRole, listOwnMembersInput, memberPageSize, type OwnMemberRow } from './schema';

/** A page of the members of the visit's organization. Source: GET /organizations/{id}/users. */
export const listOwnMembers = defineCustomerQuery({
  permission: 'member.read',
  input: listOwnMembersInput,
  load: async ({ pageToken }, { organizationId, visit, scalekit }): Promise<Page<OwnMemberRow>> => {
    const page = await scalekit.users.listOrganizationUsers({
      ...{ organizationId, pageToken },
      pageSize: memberPageSize,
    });
    const rows = page.users.map((user): OwnMemberRow => {
      const {
        roleNames: _names,
        metadata: _metadata,
        joinedAt: _joined,
        ...row
      } = toMemberRow(user, organizationId);
      return { ...row, isSelf: isSelf(row.email, visit) };
    });
    return {
      rows,
      total: page.totalSize,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});

/** The roles that somebody can be invited with. Source: GET /organizations/{id}/roles. */
export const listOwnRoles = defineCustomerQuery({
  permission: 'member.read',
  input: z.object({}),
  load: async (_input, { organizationId: orgId, scalekit }): Promise<AssignableRole[]> => {
    const { roles } = await scalekit.roles.listOrganizationRoles({ orgId });
    return roles.map(toAssignableRole);
  },
});

import 'server-only';
import { z } from 'zod';
import type { Page } from '@/lib/page';
import { organizationId } from '@/lib/scalekit-ids';
import { defineQuery } from '@/lib/server/define-query';
import { readImport } from './read-import';
import { toAssignableRole, toMemberRow } from './rows';
import {
  type AssignableRole,
  type ImportPreview,
  importInput,
  listMembersInput,
  type MemberRow,
  memberPageSize,
  searchMembersInput,
} from './schema';

/** A page of an organization's members. Source: GET /organizations/{id}/users. */
export const listMembers = defineQuery({
  permission: 'member.read',
  input: listMembersInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (input, { scalekit }): Promise<Page<MemberRow>> => {
    const page = await scalekit.users.listOrganizationUsers({ ...input, pageSize: memberPageSize });
    return {
      rows: page.users.map((user) => toMemberRow(user, input.organizationId)),
      total: page.totalSize,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});

/** Members whose e-mail, id or external id holds the text, 30 at most. Source: GET /organizations/{id}/users:search. */
export const searchMembers = defineQuery({
  permission: 'member.read',
  input: searchMembersInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, text }, { scalekit }): Promise<MemberRow[]> => {
    const page = await scalekit.users.searchOrganizationUsers({ organizationId, query: text, pageSize: 30 });
    return page.users.map((user) => toMemberRow(user, organizationId));
  },
});

/** Roles that a member can be given, the environment's and the organization's own. Source: GET /organizations/{id}/roles. */
export const listAssignableRoles = defineQuery({
  permission: 'member.read',
  input: z.object({ organizationId }),
  scope: (input) => ({ kind: 'organization', organizationId: input.organizationId }),
  load: async ({ organizationId: orgId }, { scalekit }): Promise<AssignableRole[]> => {
    const { roles } = await scalekit.roles.listOrganizationRoles({ orgId });
    return roles.map(toAssignableRole);
  },
});

/** What a file of invitations holds and what is wrong with it, line by line. Nothing is sent. */
export const previewImport = defineQuery({
  permission: 'member.read',
  input: importInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, file }, { scalekit }): Promise<ImportPreview> => {
    const { encoding, judged, allCompared } = await readImport(organizationId, file, scalekit);
    const good = judged.filter(({ problem }) => problem === null);
    return {
      encoding,
      total: judged.length,
      good: good.length,
      sample: good.slice(0, 5).map(({ line: { line, email, givenName, familyName }, roles }) => ({
        ...{ line, email, roles },
        name: `${givenName} ${familyName}`.trim(),
      })),
      problems: judged.flatMap(({ line: { line, email }, problem }) =>
        problem === null ? [] : { line, email, problem },
      ),
      allCompared,
    };
  },
});

import type { Metadata } from 'next';
import { z } from 'zod';
import {
  AddMemberDialog,
  ChangeRolesDialog,
  EndSessionsDialog,
  InviteMemberDialog,
  MemberMetadataDialog,
  RemoveMemberDialog,
  ResendInvitationDialog,
  WrongAddressDialog,
} from '@/components/members/dialogs';
import { MemberTable } from '@/components/members/member-table';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { SearchBar } from '@/components/ui/search-bar';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listMembers, searchMembers } from '@/lib/features/members/queries';
import { type MemberRow, memberPageSize } from '@/lib/features/members/schema';
import type { Page } from '@/lib/page';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Members' };

const searchSchema = listPosition.extend({ q: z.string().trim().max(100).default('').catch('') });
const tooShort = 'Type three characters or more: Scalekit finds nothing by fewer.';

/** Who belongs to the organization, and who is invited. */
export default async function MembersPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/members'>,
) {
  const { environment, organizationId } = await props.params;
  const { q, ...position } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const path = paths.members(environment, organizationId);
  const searches = q.length >= 3;
  const list = await settle(
    searches
      ? searchMembers(environment, { organizationId, text: q }).then(onOnePage)
      : listMembers(environment, { organizationId, pageToken: position.cursor }),
  );
  const rights = {
    resend: can(principal, 'member.resend_invitation'),
    correctAddress: can(principal, 'member.correct_address') && can(principal, 'member.invite'),
    changeRoles: can(principal, 'member.change_roles'),
    remove: can(principal, 'member.remove'),
  };
  const rows = list.ok ? list.data.rows : [];
  const about = { environment, organizationId };
  return (
    <Section
      title="Members"
      action={
        <span className="flex flex-wrap justify-end gap-2">
          <LinkButton href={paths.comparePeople(environment, organizationId)}>Compare people</LinkButton>
          {can(principal, 'session.end_of_organization') ? (
            <DialogLink dialog="end-sessions" variant="secondary">
              End all sessions
            </DialogLink>
          ) : null}
          {can(principal, 'member.add') ? (
            <DialogLink dialog="add" variant="secondary">
              Add existing user
            </DialogLink>
          ) : null}
          {can(principal, 'member.invite') ? (
            <LinkButton href={paths.memberImport(environment, organizationId)}>Invite from a file</LinkButton>
          ) : null}
          {can(principal, 'member.invite') ? (
            <DialogLink dialog="invite" variant="primary" data-shortcut="create">
              Invite member
            </DialogLink>
          ) : null}
        </span>
      }
    >
      <SearchBar
        path={path}
        label="E-mail, user id or external id"
        typed={q}
        problem={q && !searches ? tooShort : undefined}
      />
      {!list.ok ? (
        <ErrorPanel title="The members could not be read." error={list.error} retryHref={path} />
      ) : rows.length === 0 ? (
        <EmptyState title={searches ? 'No member matches' : 'No members'}>
          Members arrive by invitation, through the customer’s directory, or at their first sign-in.
        </EmptyState>
      ) : (
        <>
          <MemberTable {...about} rows={rows} rights={rights} />
          <Pagination {...pageLinks(path, { q }, list.data, position, memberPageSize)} />
        </>
      )}
      {can(principal, 'member.invite') ? <InviteMemberDialog {...about} /> : null}
      {can(principal, 'member.add') ? <AddMemberDialog {...about} /> : null}
      {rights.resend ? <ResendInvitationDialog {...about} rows={rows} /> : null}
      {rights.correctAddress ? <WrongAddressDialog {...about} rows={rows} /> : null}
      {rights.changeRoles ? <ChangeRolesDialog {...about} rows={rows} /> : null}
      {rights.changeRoles ? <MemberMetadataDialog {...about} rows={rows} /> : null}
      {can(principal, 'session.end_of_organization') ? <EndSessionsDialog {...about} /> : null}
      {rights.remove ? <RemoveMemberDialog {...about} rows={rows} /> : null}
    </Section>
  );
}

/** Search results come on one page: 30 at most, and whether there are more the API does not say. */
function onOnePage(rows: MemberRow[]): Page<MemberRow> {
  return { rows, total: null, nextToken: null, previousToken: null };
}

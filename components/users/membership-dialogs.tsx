import type { UserDetail } from '@/lib/features/users/schema';
import {
  AddToOrganizationDialog,
  MembershipMetadataDialog,
  RemoveDialog,
  ResendDialog,
  RolesDialog,
} from './dialogs';
import type { MembershipRights } from './membership-table';

type Props = { environment: string; user: UserDetail; rights: MembershipRights & { add: boolean } };

/** The dialogs of a user's memberships that the person at the desk may open. */
export function MembershipDialogs({ rights, ...about }: Props) {
  return (
    <>
      {rights.add ? <AddToOrganizationDialog {...about} /> : null}
      {rights.resend ? <ResendDialog {...about} /> : null}
      {rights.changeRoles ? <RolesDialog {...about} /> : null}
      {rights.changeMetadata ? <MembershipMetadataDialog {...about} /> : null}
      {rights.remove ? <RemoveDialog {...about} /> : null}
    </>
  );
}

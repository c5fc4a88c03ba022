import type { MenuEntry } from '@/components/ui/menu-entry';
import { PageHeader } from '@/components/ui/page-header';
import type { UserDetail } from '@/lib/features/users/schema';
import { paths } from '@/lib/paths';
import { DeleteUserDialog, EditUserDialog } from './dialogs';

type Props = {
  environment: string;
  userId: string;
  /** Null when it could not be read: the page below says why. */
  user: UserDetail | null;
  mayUpdate: boolean;
  mayDelete: boolean;
};

/** Who it is, and what can be done with them from any tab. */
export function UserHeader({ environment, userId, user, mayUpdate, mayDelete }: Props) {
  const crumbs = [{ label: 'Users', href: paths.users(environment) }];
  if (!user) return <PageHeader crumbs={crumbs} title={userId} />;
  const more: MenuEntry[] = [];
  if (mayUpdate) more.push({ label: 'Edit profile', dialog: 'edit' });
  if (mayDelete) more.push({ label: 'Delete user', dialog: 'delete', danger: true, separated: true });
  const about = { environment, user };
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={user.name ?? user.email}
        id={{ value: user.id, what: 'user id' }}
        more={more.length > 0 ? more : undefined}
      >
        {user.name ? <span className="wrap-anywhere">{user.email}</span> : null}
      </PageHeader>
      {mayUpdate ? <EditUserDialog {...about} /> : null}
      {mayDelete ? <DeleteUserDialog {...about} /> : null}
    </>
  );
}

import { TabLinks } from '@/components/ui/tab-links';
import { UserHeader } from '@/components/users/user-header';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getUser } from '@/lib/features/users/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

/** The head and the tabs of one user. The head is a component of its own, so that the tab below reads meanwhile. */
export default async function UserLayout(props: LayoutProps<'/[environment]/users/[userId]'>) {
  const { environment, userId } = await props.params;
  return (
    <>
      <Header environment={environment} userId={userId} />
      <TabLinks
        label="User"
        tabs={[
          { href: paths.user(environment, userId), label: 'Overview' },
          { href: paths.userAccess(environment, userId), label: 'Access' },
          { href: paths.userPasskeys(environment, userId), label: 'Passkeys' },
          { href: paths.userTimeline(environment, userId), label: 'Timeline' },
          { href: paths.userGone(environment, userId), label: 'Really gone?' },
        ]}
      />
      <div className="mt-5">{props.children}</div>
    </>
  );
}

async function Header({ environment, userId }: { environment: string; userId: string }) {
  const principal = await requirePagePrincipal(environment);
  const user = await settle(getUser(environment, { userId }));
  return (
    <UserHeader
      environment={environment}
      userId={userId}
      user={user.ok ? user.data : null}
      mayUpdate={can(principal, 'user.update')}
      mayDelete={can(principal, 'user.delete')}
    />
  );
}

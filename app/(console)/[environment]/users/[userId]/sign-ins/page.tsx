import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { SignInTable } from '@/components/users/sign-in-table';
import { userPageSize } from '@/lib/features/users/schema';
import { listUserSignIns } from '@/lib/features/users/sign-ins';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Sign-ins' };

/** When a user signed in or tried to. */
export default async function SignInsPage(props: PageProps<'/[environment]/users/[userId]/sign-ins'>) {
  const { environment, userId } = await props.params;
  const position = listPosition.parse(await props.searchParams);
  const path = paths.userSignIns(environment, userId);
  const list = await settle(listUserSignIns(environment, { userId, pageToken: position.cursor }));
  return (
    <Section
      title="Sign-ins"
      description="From Scalekit’s login log, by e-mail. The log holds no reason of a failure. Other events of a user are missing here: Scalekit’s events cannot be filtered by user."
    >
      {!list.ok ? (
        <ErrorPanel title="The sign-ins could not be read." error={list.error} retryHref={path} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState title="No sign-ins">The login log has none with this e-mail that you may see.</EmptyState>
      ) : (
        <SignInTable environment={environment} rows={list.data.rows} />
      )}
      {list.ok ? <Pagination {...pageLinks(path, {}, list.data, position, userPageSize)} /> : null}
    </Section>
  );
}

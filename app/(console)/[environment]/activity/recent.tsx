import { Suspense } from 'react';
import { RecentActivity } from '@/components/activity/recent-activity';
import { type ActivityFilter, emptyFilter } from '@/lib/activity/filter';
import { listActivity } from '@/lib/features/activity/queries';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

const newest = 5;

type Props = {
  environment: string;
  /** What the page is about: one of the filter's ids. */
  about: Partial<Pick<ActivityFilter, 'user' | 'connection' | 'target' | 'organization'>>;
};

/** The newest few rows about an object, below what its own page says; the page does not wait for them. */
export function Recent(props: Props) {
  return (
    <div className="mt-8">
      <Suspense fallback={<div className="h-32" />}>
        <Rows {...props} />
      </Suspense>
    </div>
  );
}

async function Rows({ environment, about }: Props) {
  const list = await settle(listActivity(environment, { ...emptyFilter, ...about, size: newest }));
  if (!list.ok) return null;
  const allHref = withSearch(paths.activity(environment), about);
  return <RecentActivity environment={environment} rows={list.data.rows} allHref={allHref} />;
}

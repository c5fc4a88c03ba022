import Link from 'next/link';
import { countAll, countHandled, jobTitle } from '@/components/jobs/words';
import { listJobs } from '@/lib/features/jobs/queries';
import { getWatchNews } from '@/lib/features/sign-in-watches/queries';
import { formatCount, formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

/** Bulk jobs that run or wait, and one's own sign-in watches. */
export async function UnderWayPanel({ environment }: { environment: string }) {
  const [jobs, watches] = await Promise.all([
    settle(listJobs(environment, { pageToken: '' })),
    settle(getWatchNews(environment, {})),
  ]);
  const open = jobs.ok ? jobs.data.rows.filter(({ state }) => state === 'running' || state === 'paused') : [];
  const news = watches.ok ? watches.data : { open: 0, seen: [] };
  if (open.length === 0 && news.open === 0 && news.seen.length === 0)
    return <p className="text-table text-quiet">No bulk job runs, and you watch no sign-in.</p>;
  return (
    <ul className="flex flex-col gap-1.5 text-table">
      {open.map((job) => (
        <li key={job.id}>
          <Link prefetch={false} className="text-link" href={paths.job(environment, job.id)}>
            {jobTitle(job)}
          </Link>{' '}
          <span className="text-quiet">
            {job.state === 'paused' ? 'paused, ' : ''}
            {formatCount(countHandled(job.counts))} of {formatCount(countAll(job.counts))}
          </span>
        </li>
      ))}
      {news.open + news.seen.length > 0 ? (
        <li>
          <Link prefetch={false} className="text-link" href={paths.watches(environment)}>
            {formatQuantity(news.open, 'open sign-in watch', 'open sign-in watches')}
          </Link>
          {news.seen.length > 0 ? `, ${formatCount(news.seen.length)} with news` : ''}
        </li>
      ) : null}
    </ul>
  );
}

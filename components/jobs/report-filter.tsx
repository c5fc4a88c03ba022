import Link from 'next/link';
import { buttonStyle } from '@/components/ui/button-style';
import { type ItemState, itemStates, type JobRow } from '@/lib/features/jobs/schema';
import { formatCount } from '@/lib/format';
import { paths, withSearch } from '@/lib/paths';
import { countAll, itemStateWords } from './words';

type Props = { environment: string; job: JobRow; state: ItemState | '' };

/** Items by how they ended, each with its number; and all of them as a file. */
export function ReportFilter({ environment, job, state }: Props) {
  const path = paths.job(environment, job.id);
  const shown = itemStates.filter((one) => job.counts[one] > 0 || one === state);
  const entries = [
    { key: '' as const, label: 'All', count: countAll(job.counts) },
    ...shown.map((key) => ({ key, label: itemStateWords[key].label, count: job.counts[key] })),
  ];
  return (
    <div className="mt-8 mb-3 flex flex-wrap items-center justify-between gap-3 border-b border-line pb-2">
      <nav aria-label="Items by state">
        <ul className="flex flex-wrap gap-1">
          {entries.map(({ key, label, count }) => (
            <li key={key}>
              <Link
                href={withSearch(path, { state: key })}
                prefetch={false}
                replace
                scroll={false}
                aria-current={key === state ? 'true' : undefined}
                className={buttonStyle(key === state ? 'secondary' : 'ghost', 'small')}
              >
                {label} <span className="text-quiet">{formatCount(count)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <a href={paths.jobReport(environment, job.id)} download className={buttonStyle('secondary', 'small')}>
        Download report (CSV)
      </a>
    </div>
  );
}

import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import type { ActivityLine } from '@/lib/activity/line';
import { paths } from '@/lib/paths';
import { ActivitySentence } from './activity-sentence';

type Props = {
  environment: string;
  rows: ActivityLine[];
  /** All of it: the timeline under the filter of this object. */
  allHref: string;
  title?: string;
};

/** The newest few rows about one object, and the way to all of them. */
export function RecentActivity({ environment, rows, allHref, title = 'Activity' }: Props) {
  return (
    <Section
      title={title}
      action={
        <Link href={allHref} prefetch={false} className="text-link text-table">
          All activity
        </Link>
      }
    >
      {rows.length === 0 ? (
        <p className="text-quiet">Nothing that is kept is about this.</p>
      ) : (
        <ul className="flex flex-col gap-1.5 text-table">
          {rows.map((row) => (
            <li key={row.id} className="flex flex-wrap gap-x-3">
              <Link
                href={paths.activityEntry(environment, row.stream, row.entryId)}
                prefetch={false}
                className="text-link min-w-0 wrap-anywhere"
              >
                <ActivitySentence line={row} />
              </Link>
              <span className="text-quiet">
                <RelativeTime time={row.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

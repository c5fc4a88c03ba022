import Link from 'next/link';
import { Status } from '@/components/ui/status';
import type { Departure } from '@/lib/features/departures/schema';
import { formatQuantity } from '@/lib/format';
import { paths, withSearch } from '@/lib/paths';
import { type Search, searchWords } from './receipt';
import { mostSearched } from './use-directory-search';

type Props = { environment: string; departure: Departure; search: Search };

/** Whether a directory still knows the person; read page by page. */
export function DirectoryEntries({ environment, departure, search }: Props) {
  const { directories } = departure;
  const total = directories.reduce((sum, { users }) => sum + users, 0);
  return (
    <div className="flex flex-col gap-2 text-table">
      <p role="status">
        {directories.length === 0
          ? 'No directory at the organizations that were looked at.'
          : search.state === 'running'
            ? `Looking: ${search.read} of ${formatQuantity(total, 'person', 'people')} in ${formatQuantity(directories.length, 'directory', 'directories')}, ${mostSearched} at most.`
            : search.entries.length > 0
              ? `${formatQuantity(search.entries.length, 'entry', 'entries')}; ${formatQuantity(search.read, 'person', 'people')} looked through.`
              : searchWords(search)}
      </p>
      {search.entries.length > 0 ? (
        <ul aria-label="Directory entries" className="flex flex-col gap-1.5">
          {search.entries.map(({ id, organizationId, directoryId, directoryName, email, isActive }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3">
              <Status tone={isActive === false ? 'neutral' : 'warning'}>
                {isActive === false ? 'Inactive' : isActive ? 'Active' : 'Activity not known'}
              </Status>
              <Link
                href={withSearch(paths.directoryUsers(environment, organizationId, directoryId), {
                  dialog: `user:${id}`,
                })}
                prefetch={false}
                className="text-link wrap-anywhere"
              >
                {email} in {directoryName}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

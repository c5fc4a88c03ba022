'use client';

import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { Notice } from '@/components/ui/notice';
import type { DirectoryUserRow } from '@/lib/features/directories/schema';
import { formatCount } from '@/lib/format';
import type { Page } from '@/lib/page';
import type { RoleChange } from './role-changes';

type Of = { environment: string; organizationId: string; directoryId: string };

/** Who gets and who loses what when a mapping is saved, with the first names of each group. */
export function RoleChangeNotice({ changes, ...of }: Of & { changes: RoleChange[] }) {
  return (
    <div aria-live="polite">
      {changes.length > 0 ? (
        <LiveQueries>
          <Notice tone="info" title="What changes when this is saved">
            <ul className="list-disc pl-4">
              {changes.map(({ groupId, roleName, text }) => (
                <li key={`${groupId} ${roleName}`}>
                  {text} <Who {...of} groupId={groupId} />
                </li>
              ))}
            </ul>
            <p className="mt-1">
              Roles that somebody gave by hand stay. Who is left without a mapped role gets the default one.
            </p>
          </Notice>
        </LiveQueries>
      ) : null}
    </div>
  );
}

const mostNamed = 5;

function Who({ environment, ...of }: Of & { groupId: string }) {
  const found = useLiveQuery<Page<DirectoryUserRow>>('directories.users', environment, of);
  if (found.isPending) return <span className="text-quiet">Reading who that is…</span>;
  if (found.error) return <span className="text-quiet">Who that is could not be read.</span>;
  const { rows } = found.data;
  const total = found.data.total ?? rows.length;
  const named = rows.slice(0, mostNamed).map(({ email, userName, id }) => email || userName || id);
  if (named.length === 0) return null;
  const rest = total - named.length;
  return (
    <span className="text-quiet wrap-anywhere">
      That is {named.join(', ')}
      {rest > 0 ? ` and ${formatCount(rest)} more` : ''}.
    </span>
  );
}

'use client';

import { useEffect, useState } from 'react';
import { fetchQuery } from '@/components/live/fetch-query';
import type { DirectoryToSearch } from '@/lib/features/departures/schema';
import type { ComparedDirectoryUser, ComparedPage } from '@/lib/features/people-comparison/schema';
import type { Search } from './receipt';

/** People that are read at most, in all directories together: each thirty are one call. */
export const mostSearched = 900;

/** Looks through the directories page by page while one looks: the API cannot be asked for an e-mail. */
export function useDirectorySearch(
  environment: string,
  email: string,
  directories: DirectoryToSearch[],
): Search {
  const [search, setSearch] = useState<Search>({
    state: directories.length === 0 ? 'done' : 'running',
    entries: [],
    read: 0,
    isWhole: true,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens; leaving stops it
  useEffect(() => {
    const stop = new AbortController();
    void look(environment, email, directories, stop.signal, (change) =>
      setSearch((was) => (stop.signal.aborted ? was : change(was))),
    ).catch(() => undefined);
    return () => stop.abort();
  }, []);
  return search;
}

type Tell = (change: (was: Search) => Search) => void;

async function look(
  environment: string,
  email: string,
  directories: DirectoryToSearch[],
  signal: AbortSignal,
  tell: Tell,
): Promise<void> {
  let read = 0;
  tell(() => ({ state: directories.length === 0 ? 'done' : 'running', entries: [], read, isWhole: true }));
  for (const directory of directories) {
    const { organizationId, id: directoryId, name: directoryName } = directory;
    let pageToken: string | null = '';
    while (pageToken !== null) {
      if (read >= mostSearched) return tell((was) => ({ ...was, state: 'done', isWhole: false }));
      const input: Record<string, string> = { organizationId, directoryId, pageToken };
      const page = await fetchQuery<ComparedPage<ComparedDirectoryUser>>(
        'people.directoryUsers',
        environment,
        input,
        signal,
      );
      if (!page.ok) return tell((was) => ({ ...was, state: 'failed' }));
      read += page.data.rows.length;
      const found = page.data.rows
        .filter((user) => isThem(user, email))
        .map((user) => ({
          organizationId,
          directoryId,
          directoryName,
          id: user.id,
          email: user.email || user.userName,
          isActive: user.isActive,
        }));
      const count = read;
      tell((was) => ({ ...was, entries: [...was.entries, ...found], read: count }));
      pageToken = page.data.nextToken;
    }
  }
  tell((was) => ({ ...was, state: 'done' }));
}

function isThem({ email, otherEmails, userName }: ComparedDirectoryUser, address: string): boolean {
  const asked = address.toLowerCase();
  return [email, userName, ...otherEmails].some((one) => one.toLowerCase() === asked);
}

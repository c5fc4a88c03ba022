'use client';

import { useEffect, useRef, useState } from 'react';
import { fetchQuery } from '@/components/live/fetch-query';
import type { ErrorView } from '@/lib/errors';
import {
  type ComparedDirectory,
  type ComparedDirectoryUser,
  type ComparedMember,
  type ComparedPage,
  mostDirectoryUsers,
  mostMembers,
} from '@/lib/features/people-comparison/schema';

export type Reading = {
  state: 'running' | 'paused' | 'halted' | 'done';
  members: ComparedMember[];
  directoryUsers: ComparedDirectoryUser[];
  /** As far as the API has said so far. */
  total: { members: number | null; directoryUsers: number };
  membersWhole: boolean;
  directoriesWhole: boolean;
  problem: ErrorView | null;
};

const fresh: Reading = {
  state: 'running',
  members: [],
  directoryUsers: [],
  total: { members: null, directoryUsers: 0 },
  membersWhole: false,
  directoriesWhole: false,
  problem: null,
};

/** One list that is read page by page. `token` null once it is at its end. */
type Source = { name: string; input: Record<string, string>; token: string | null; isCut: boolean };

/**
 * Reads members and directory users page by page, one call after the other, so that the budget is not run down by one
 * page of the console. Stops at the limits; pausing takes effect after the page at hand.
 */
export function useComparison(environment: string, organizationId: string, directories: ComparedDirectory[]) {
  const [reading, setReading] = useState(fresh);
  const work = useRef<{ sources: Source[]; wanted: boolean; running: boolean; seen: Set<string> } | null>(
    null,
  );
  work.current ??= {
    sources: [
      { name: 'people.members', input: { organizationId }, token: '', isCut: false },
      ...directories.map(({ id }) => ({
        name: 'people.directoryUsers',
        input: { organizationId, directoryId: id },
        token: '',
        isCut: false,
      })),
    ],
    wanted: true,
    running: false,
    seen: new Set(),
  };

  async function run() {
    const now = work.current;
    if (!now) return;
    now.wanted = true;
    if (now.running) return;
    now.running = true;
    setReading((was) => ({ ...was, state: 'running', problem: null }));
    const state = await readOn(now);
    now.running = false;
    const isWhole = (name: string) =>
      now.sources.every((one) => one.name !== name || (one.token === null && !one.isCut));
    setReading((was) => ({
      ...was,
      state,
      membersWhole: isWhole('people.members'),
      directoriesWhole: isWhole('people.directoryUsers'),
    }));
  }

  async function readOn(now: NonNullable<typeof work.current>): Promise<Reading['state']> {
    const read = { members: reading.members.length, directoryUsers: reading.directoryUsers.length };
    for (const source of now.sources) {
      const list = source.name === 'people.members' ? 'members' : 'directoryUsers';
      const most = list === 'members' ? mostMembers : mostDirectoryUsers;
      while (source.token !== null) {
        if (!now.wanted) return 'paused';
        if (read[list] >= most) {
          source.token = null;
          source.isCut = true;
          break;
        }
        const isFirst = source.token === '';
        const page = await fetchQuery<ComparedPage<ComparedMember & ComparedDirectoryUser>>(
          source.name,
          environment,
          { ...source.input, pageToken: source.token },
        );
        if (!page.ok) {
          setReading((was) => ({ ...was, problem: page.error }));
          return 'halted';
        }
        // A list that changes while it is read may show somebody twice.
        const rows = page.data.rows.filter((row) => !now.seen.has(row.userId ?? row.id));
        for (const row of rows) now.seen.add(row.userId ?? row.id);
        read[list] += rows.length;
        source.token = page.data.nextToken;
        const total = page.data.total ?? 0;
        setReading((was) => ({
          ...was,
          [list]: [...was[list], ...rows],
          total: isFirst ? addTotal(was.total, list, total) : was.total,
        }));
      }
    }
    return 'done';
  }

  function pause() {
    if (work.current) work.current.wanted = false;
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens; leaving stops it
  useEffect(() => {
    void run();
    return pause;
  }, []);

  return { reading, run, pause };
}

function addTotal(
  total: Reading['total'],
  list: 'members' | 'directoryUsers',
  more: number,
): Reading['total'] {
  return { ...total, [list]: (total[list] ?? 0) + more };
}

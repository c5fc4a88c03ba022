'use client';

import { useRef, useState } from 'react';
import { fetchQuery } from '@/components/live/fetch-query';
import type { ErrorCode, ErrorView, Result } from '@/lib/errors';
import { endOrganizationSession } from '@/lib/features/sessions/actions';
import type { WalkStep } from '@/lib/features/sessions/schema';

type Session = WalkStep['sessions'][number];
export type FailedSession = Session & { error: ErrorView };
export type EndingState = 'ready' | 'running' | 'paused' | 'done' | 'halted';

export type Ending = {
  state: EndingState;
  members: number;
  totalMembers: number;
  ended: number;
  failed: FailedSession[];
  /** Why the walk itself could not go on. */
  problem: ErrorView | null;
};

const fresh: Ending = { state: 'ready', members: 0, totalMembers: 0, ended: 0, failed: [], problem: null };
const lost: ErrorView = {
  code: 'unavailable',
  message: 'No answer came back. The session may or may not have ended.',
  unknown: true,
  stepUp: false,
};

/** Sent back by the limit, or signed out: the next session would fare no better. */
const haltingCodes: ErrorCode[] = ['rate_limited', 'unauthenticated', 'forbidden'];

function unstarted() {
  return { pageToken: '', queue: [] as Session[], last: false, members: 0, wanted: false };
}

/**
 * Walks an organization's members page by page and ends their sessions one after the other. Pausing takes effect
 * after the session at hand; going on takes up where it stood; starting again finds what is still active.
 */
export function useEndSessions(environment: string, organizationId: string) {
  const [ending, setEnding] = useState(fresh);
  const work = useRef(unstarted());

  const stopWith = (part: Partial<Ending>) => setEnding((now) => ({ ...now, ...part }));

  /** Members read so far, without those who still have a session in the queue. */
  function membersDone(): number {
    const { queue, members } = work.current;
    return members - new Set(queue.map(({ userId }) => userId)).size;
  }

  async function endNext(session: Session): Promise<boolean> {
    const result = await answerOf(
      endOrganizationSession({
        environment,
        submissionId: crypto.randomUUID(),
        input: { organizationId, sessionId: session.id },
      }),
    );
    const members = membersDone();
    if (result.ok) {
      setEnding((now) => ({ ...now, ended: now.ended + 1, members }));
      return true;
    }
    const { error } = result;
    if (haltingCodes.includes(error.code)) {
      // It was not touched: going on begins with it.
      work.current.queue.unshift(session);
      stopWith({ state: 'halted', problem: error });
      return false;
    }
    setEnding((now) => ({ ...now, members, failed: [...now.failed, { ...session, error }] }));
    return true;
  }

  async function readNext(): Promise<boolean> {
    const { pageToken } = work.current;
    const input = { organizationId, pageToken };
    const step = await fetchQuery<WalkStep>('sessions.ofOrganization', environment, input);
    if (!step.ok) {
      stopWith({ state: 'halted', problem: step.error });
      return false;
    }
    const { sessions, members, totalMembers, nextToken } = step.data;
    Object.assign(work.current, {
      queue: sessions,
      members: work.current.members + members,
      pageToken: nextToken ?? '',
      last: nextToken === null,
    });
    const read = membersDone();
    setEnding((now) => ({ ...now, members: read, totalMembers }));
    return true;
  }

  async function run() {
    work.current.wanted = true;
    stopWith({ state: 'running', problem: null });
    for (;;) {
      const { queue, last } = work.current;
      const session = queue.shift();
      if (!session && last) return stopWith({ state: 'done' });
      if (!(session ? await endNext(session) : await readNext())) return;
      if (!work.current.wanted) return stopWith({ state: 'paused' });
    }
  }

  function pause() {
    work.current.wanted = false;
  }

  /** From the first member on: finds what is still active. */
  function runAgain() {
    work.current = unstarted();
    setEnding(fresh);
    void run();
  }

  return { ending, run, runAgain, pause };
}

async function answerOf<Data>(call: Promise<Result<Data>>): Promise<Result<Data>> {
  try {
    return await call;
  } catch {
    return { ok: false, error: lost };
  }
}

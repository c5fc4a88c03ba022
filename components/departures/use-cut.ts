'use client';

import { useRef, useState } from 'react';
import { currentTicket } from '@/components/forms/ticket';
import type { ErrorCode, ErrorView, Result } from '@/lib/errors';
import { cutApiKey, cutConnectedAccount, cutMembership, cutSession } from '@/lib/features/departures/actions';
import type { Departure, OpenItem } from '@/lib/features/departures/schema';
import type { CutItem, Outcome } from './receipt';

export type CutState = 'ready' | 'running' | 'halted' | 'done';

/** Sent back by the limit or a freeze, or signed out: the next thing would fare no better. */
const haltingCodes: ErrorCode[] = ['rate_limited', 'frozen', 'unauthenticated'];

const lost: ErrorView = {
  code: 'unavailable',
  message: 'No answer came back.',
  unknown: true,
  stepUp: false,
};

/**
 * Cuts everything that is open, one after the other: keys and accounts first, which work without a sign-in; then
 * sessions; memberships last, because with them goes the right of a limited person to see the rest. Running it again
 * takes what is still open or failed; what is unknown is looked at anew by reading the page again.
 */
export function useCut(environment: string, departure: Departure) {
  const [items, setItems] = useState<CutItem[]>(() =>
    departure.items.map((item) => ({ ...item, outcome: { state: 'open' } })),
  );
  const [state, setState] = useState<CutState>('ready');
  const [problem, setProblem] = useState<ErrorView | null>(null);
  const [cutAt, setCutAt] = useState<string | null>(null);
  const running = useRef(false);

  const settle = (item: OpenItem, outcome: Outcome) =>
    setItems((all) => all.map((one) => (isSame(one, item) ? { ...one, outcome } : one)));

  async function run() {
    if (running.current) return;
    running.current = true;
    setState('running');
    setProblem(null);
    const wanted = items.filter(({ outcome }) => outcome.state === 'open' || outcome.state === 'failed');
    for (const item of wanted) {
      const result = await answerOf(cut(environment, departure, item));
      if (!result.ok && haltingCodes.includes(result.error.code)) {
        running.current = false;
        setProblem(result.error);
        setState('halted');
        return;
      }
      if (result.ok && item.kind === 'session') setCutAt(new Date().toISOString());
      settle(item, outcomeOf(item, result));
    }
    running.current = false;
    setState('done');
  }

  return { items, state, problem, cutAt, run };
}

const isSame = (one: OpenItem, other: OpenItem) => one.kind === other.kind && one.id === other.id;

function cut(environment: string, departure: Departure, item: OpenItem): Promise<Result<null>> {
  const { kind, id } = item;
  const send = { environment, submissionId: crypto.randomUUID(), ticket: currentTicket() };
  const { email } = departure;
  const userId = departure.userId ?? '';
  const organizationId = item.organizationId ?? '';
  switch (kind) {
    case 'api_key':
      return cutApiKey({ ...send, input: { organizationId, tokenId: id } });
    case 'connected_account':
      return cutConnectedAccount({
        ...send,
        input: { accountId: id, organizationId: item.organizationId, userId: departure.userId, email },
      });
    case 'session':
      return cutSession({ ...send, input: { userId, sessionId: id } });
    case 'membership':
      return cutMembership({ ...send, input: { organizationId, userId } });
  }
}

// A preview operation that an environment does not have answers as a thing that is gone does; ours has no request id.
function outcomeOf({ kind }: OpenItem, result: Result<null>): Outcome {
  if (result.ok) return { state: 'done' };
  const { code, message, unknown, requestId } = result.error;
  const mayLack = kind === 'connected_account' && requestId !== undefined;
  if (code === 'not_found' && !mayLack) return { state: 'gone' };
  return { state: unknown ? 'unknown' : 'failed', message, requestId };
}

async function answerOf<Data>(call: Promise<Result<Data>>): Promise<Result<Data>> {
  try {
    return await call;
  } catch {
    return { ok: false, error: lost };
  }
}

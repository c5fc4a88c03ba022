'use client';

import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from 'next/navigation';
import { useRef, useState } from 'react';
import { tellOfFreeze } from '@/components/freeze/freeze-store';
import type { Result } from '@/lib/errors';
import { lostAnswer, outdatedPage, signInHref } from './form-errors';
import { beginSubmission, freshSubmission, type SubmissionState, settleSubmission } from './submission';
import { currentTicket } from './ticket';

/** A server write as the browser sees it: what `defineAction` makes. */
export type FormAction<Input, Data> = (request: {
  environment: string;
  submissionId: string;
  ticket?: string;
  input: Input;
}) => Promise<Result<Data>>;

type Options<Input, Data> = {
  environment: string;
  action: FormAction<Input, Data>;
  /** Runs before the browser leaves for the sign-in: the last chance to keep what was typed. */
  beforeSignIn?: () => void;
};

export type ActionRun<Input, Data> = {
  state: SubmissionState;
  /** Sends once. Null when nothing was sent, or when the browser is on its way to the sign-in. */
  run: (input: Input) => Promise<Result<Data> | null>;
  /** Someone has checked that a write of unknown outcome did not happen. */
  reopen: () => void;
};

/** Runs one server write at a time: double clicks, lost answers and ended sessions are dealt with here. */
export function useAction<Input, Data>(options: Options<Input, Data>): ActionRun<Input, Data> {
  const submission = useRef(freshSubmission);
  const [state, setState] = useState<SubmissionState>('editing');
  const move = (next: typeof freshSubmission) => {
    submission.current = next;
    setState(next.state);
  };

  const run = async (input: Input) => {
    const sending = beginSubmission(submission.current, () => crypto.randomUUID());
    if (!sending?.id) return null;
    move(sending);
    const { environment, action, beforeSignIn } = options;
    const result = await answerOf(
      action({ environment, submissionId: sending.id, ticket: currentTicket(), input }),
    );
    if (!result.ok && result.error.code === 'unauthenticated') {
      beforeSignIn?.();
      window.location.assign(signInHref(window.location, result.error.stepUp));
      return null;
    }
    if (!result.ok && result.error.code === 'frozen') tellOfFreeze();
    move(settleSubmission(sending, !result.ok && result.error.unknown ? 'unknown' : 'clear'));
    return result;
  };

  return { state, run, reopen: () => move(freshSubmission) };
}

async function answerOf<Data>(call: Promise<Result<Data>>): Promise<Result<Data>> {
  try {
    return await call;
  } catch (error) {
    return { ok: false, error: isUnrecognizedAction(error) ? outdatedPage : lostAnswer };
  }
}

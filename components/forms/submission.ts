export type SubmissionState = 'editing' | 'sending' | 'unknown';

/** Where a filled form stands. The id goes with the request: the server starts each id at most once. */
export type Submission = { state: SubmissionState; id: string | null };

export const freshSubmission: Submission = { state: 'editing', id: null };

/** The form goes out. Null while an answer is awaited or an earlier one was lost: then nothing may be sent. */
export function beginSubmission(current: Submission, newId: () => string): Submission | null {
  if (current.state !== 'editing') return null;
  return { state: 'sending', id: current.id ?? newId() };
}

/**
 * The answer is here. A clear answer frees the form for another attempt under a new id;
 * without one it stays closed and keeps its id, since a second attempt could do the thing twice.
 */
export function settleSubmission(current: Submission, answer: 'clear' | 'unknown'): Submission {
  return answer === 'clear' ? freshSubmission : { state: 'unknown', id: current.id };
}

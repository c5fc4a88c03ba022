import type { ErrorView } from '@/lib/errors';
import { formatRetryAfter } from '@/lib/format';

export type FieldProblem = { path: string; message: string };

/**
 * Every sentence in a tree of react-hook-form errors, with its dotted path, in the order of the fields.
 * A problem of a whole list is stored under `root`; it belongs to the list itself.
 */
export function listProblems(errors: object, prefix = ''): FieldProblem[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    if (typeof error !== 'object' || error === null) return [];
    const path = name === 'root' ? prefix : join(prefix, name);
    if (typeof error.message === 'string') return [{ path, message: error.message }];
    if (name === 'ref') return [];
    return listProblems(error, path);
  });
}

function join(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

export type Failure = { tone: 'danger' | 'warning'; title: string; detail: string | null };

/** The words of an error that belongs to no field. Null when everything it says stands beside the fields. */
export function describeFailure(error: ErrorView): Failure | null {
  if (error.unknown) {
    const title = 'We do not know whether it happened. Check before trying again.';
    return { tone: 'warning', title, detail: error.message };
  }
  if (error.code === 'invalid' && Object.keys(error.fieldErrors ?? {}).length > 0) return null;
  // Nothing is wrong with the request: it has to wait.
  if (error.code === 'needs_approval' || error.code === 'frozen')
    return { tone: 'warning', title: error.message, detail: null };
  const detail = error.retryAfterMs ? formatRetryAfter(error.retryAfterMs) : null;
  return { tone: 'danger', title: error.message, detail };
}

/** What a call that never came back with an answer means: it may have arrived. */
export const lostAnswer: ErrorView = {
  code: 'unavailable',
  message: 'The connection to Keydesk was lost before an answer came.',
  unknown: true,
  stepUp: false,
};

/** The page is older than the server it talks to; the server did not run anything. */
export const outdatedPage: ErrorView = {
  code: 'unavailable',
  message: 'Keydesk was updated since this page was opened. Reload it; what you typed is kept.',
  unknown: false,
  stepUp: false,
};

/** Where to prove who one is, and come back to this very form. The customer's own page says itself how to come back. */
export function signInHref(location: { pathname: string; search: string }, stepUp: boolean): string {
  if (/^\/customer(\/|$)/.test(location.pathname)) return '/customer';
  const callbackUrl = encodeURIComponent(`${location.pathname}${location.search}`);
  return `${stepUp ? '/sign-in/step-up' : '/sign-in'}?callbackUrl=${callbackUrl}`;
}

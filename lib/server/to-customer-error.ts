import 'server-only';
import { CustomerError } from '@/lib/customer-error';
import type { ErrorCode } from '@/lib/errors';
import { toAppError } from './to-app-error';

// What Scalekit and Keydesk say is meant for those who run them: it names environments, credentials and budgets.
const words: Record<ErrorCode, string> = {
  unauthenticated: 'Your visit is over. Open the link from your e-mail again.',
  forbidden: 'This cannot be done from here. Ask the person who sent you the link.',
  invalid: 'The sign-in service did not accept this.',
  not_found: 'This is not there any more. Load the page again.',
  conflict: 'This conflicts with something that is already there. Load the page again to see it.',
  frozen: 'Changes are paused for the moment. Nothing was changed; try again later.',
  needs_approval: 'This cannot be done from here. Ask the person who sent you the link.',
  rate_limited: 'The sign-in service is busy at the moment. Try again in a minute.',
  unavailable: 'The sign-in service could not be reached. Try again in a minute.',
  internal: 'Something failed on our side. Tell the person who sent you the link, with this reference.',
};
const unknown = 'The sign-in service did not answer in time.';

/** The same error in words for a customer: code, fields and reference stay, the vendor's sentence does not. */
export function toCustomerError(cause: unknown): CustomerError {
  const error = toAppError(cause);
  if (error instanceof CustomerError) return error;
  const { fieldErrors, requestId, retryAfterMs } = error;
  return new CustomerError(error.code, error.unknown ? unknown : words[error.code], {
    ...{ fieldErrors, requestId, retryAfterMs, cause },
    unknown: error.unknown,
  });
}

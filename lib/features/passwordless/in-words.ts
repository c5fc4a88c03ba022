import 'server-only';
import { AppError } from '@/lib/errors';

type Verdict = { matches: RegExp; field?: 'code' | 'authRequestId' | 'linkToken'; sentence: string };

// Scalekit publishes no codes for these: its own words tell them apart, and where they do not, its own words stay.
const verdicts: Verdict[] = [
  {
    matches: /too many|attempt|tries/i,
    sentence:
      'This mail was tried five times within ten minutes, and takes no more. Send a new one, or wait ten minutes.',
  },
  {
    matches: /expired|too old/i,
    sentence: 'What was in the mail has expired. Resend it: the address then gets a new code.',
  },
  {
    matches: /used already|already (been )?used/i,
    sentence: 'It was used already: a code or link works once. Send a new mail.',
  },
];

/** The refusal of a proof, as what to do about it. `by` is the field that the proof stands in. */
export function proofRefused(error: unknown, by: 'code' | 'linkToken'): unknown {
  if (!(error instanceof AppError) || error.unknown) return error;
  const known = stateOf(error);
  if (known) return known;
  const { code, requestId } = error;
  if (code === 'not_found') {
    const sentence =
      by === 'code'
        ? 'Scalekit knows no mail that waits for a code under this id. A resend may have replaced it.'
        : 'Scalekit knows no such link. A resend may have replaced it.';
    const field = by === 'code' ? 'authRequestId' : 'linkToken';
    return new AppError(code, sentence, { requestId, fieldErrors: { [field]: sentence } });
  }
  if (code !== 'invalid' || error.fieldErrors) return error;
  const sentence =
    by === 'code'
      ? 'This is not the code of the last mail under this id. Five tries within ten minutes, then a new mail is needed.'
      : error.message;
  return new AppError(code, sentence, { requestId, fieldErrors: { [by]: sentence } });
}

/** The refusal of a mail, as what to do about it. */
export function mailRefused(error: unknown): unknown {
  if (!(error instanceof AppError) || error.unknown) return error;
  const { code, requestId, retryAfterMs } = error;
  if (code === 'rate_limited') {
    const sentence =
      'No mail was sent: Scalekit limits how many go out, to one address as well as altogether. Wait a minute, then send again.';
    return new AppError(code, sentence, { requestId, retryAfterMs });
  }
  if (code === 'not_found') {
    const sentence = 'Scalekit knows no mail under this id. Send a new one.';
    return new AppError(code, sentence, { requestId, fieldErrors: { authRequestId: sentence } });
  }
  return stateOf(error) ?? error;
}

function stateOf({ code, message, requestId }: AppError): AppError | undefined {
  if (code !== 'conflict' && code !== 'invalid') return undefined;
  const verdict = verdicts.find(({ matches }) => matches.test(message));
  return verdict && new AppError('conflict', verdict.sentence, { requestId });
}

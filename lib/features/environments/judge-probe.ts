import 'server-only';
import type { Result } from '@/lib/errors';
import type { ProbeOutcome } from './schema';

type Judged = { outcome: ProbeOutcome; sentence: string | null; requestId: string | null };

/** What the answer to a probe means. A refusal is Scalekit's word that the operation is not for this environment. */
export function judgeProbe(answer: Result<unknown>): Judged {
  if (answer.ok) return { outcome: 'works', sentence: null, requestId: null };
  const { code, message, requestId = null } = answer.error;
  // Our own refusals carry no request id, and "not found" of an operation without an id means its address.
  const isScalekits = requestId !== null;
  const refuses =
    code === 'forbidden' || code === 'not_found' || message.startsWith('Scalekit does not offer');
  return { outcome: isScalekits && refuses ? 'refused' : 'unclear', sentence: message, requestId };
}

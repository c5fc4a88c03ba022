import 'server-only';
import { type Intent, type Outcome, recordIntent, recordOutcome } from '@/lib/audit/staff-log';
import { logger } from '@/lib/logger';
import { toAppError } from './to-app-error';

/**
 * Runs a write between its two rows in the staff log. No intent row, no call; a lost answer is recorded as unknown.
 * @throws AppError whatever `run` throws, and what writing the intent does
 */
export async function writeAhead<Data>(
  intent: Intent,
  run: () => Promise<Data>,
  result?: (data: Data) => Pick<Outcome, 'target' | 'details'>,
): Promise<Data> {
  const intentId = await recordIntent(intent);
  let data: Data;
  try {
    data = await run();
  } catch (cause) {
    const error = toAppError(cause);
    const outcome = error.unknown ? 'unknown' : 'failed';
    await close(intentId, () => ({ outcome, errorCode: error.code, requestId: error.requestId }));
    throw error;
  }
  await close(intentId, () => ({ outcome: 'ok', ...result?.(data) }));
  return data;
}

/** The call has been made: failing to write its outcome must not lose its result. The intent then reads as unknown. */
async function close(intentId: bigint, readOutcome: () => Outcome): Promise<void> {
  try {
    await recordOutcome(intentId, readOutcome());
  } catch (err) {
    logger.error({ err, intentId: String(intentId) }, 'The outcome row could not be written');
  }
}

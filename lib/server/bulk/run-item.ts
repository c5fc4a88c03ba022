import 'server-only';
import { closeSubmission } from '@/lib/audit/staff-log';
import type { Principal } from '@/lib/auth/principal';
import { type AppError, toErrorView } from '@/lib/errors';
import type { BulkItem, BulkJob } from '@/lib/generated/prisma/client';
import { toAppError } from '../to-app-error';
import { putBack, settleItem, type Verdict } from './items';
import type { BulkKind } from './kind';

/** `wait`: it goes on after `ms`. `trouble`: Scalekit gave no proper answer to this one. */
export type Step = { kind: 'on' } | { kind: 'trouble' } | { kind: 'wait'; ms: number; why: string };

const go: Step = { kind: 'on' };
/** Where a limit was reached and nobody said for how long. */
const patienceMs = 15_000;

/** Does the act of an item that was just claimed, once, and writes how it ended. */
export async function runItem(
  job: BulkJob,
  kind: BulkKind,
  principal: Principal,
  item: BulkItem,
): Promise<Step> {
  try {
    await kind.run(job, principal, item.submissionId ?? '', item.input);
  } catch (cause) {
    return judge(job, kind, item, toAppError(cause));
  }
  await settleItem(item, { state: 'ok', sentence: kind.doneSentence });
  return go;
}

async function judge(job: BulkJob, kind: BulkKind, item: BulkItem, error: AppError): Promise<Step> {
  if (error.unknown) {
    await settleItem(item, verdictOf('unknown', error));
    return { kind: 'trouble' };
  }
  if (error.code === 'rate_limited' || error.code === 'frozen') {
    await putBack(item);
    return { kind: 'wait', ms: error.retryAfterMs ?? patienceMs, why: error.message };
  }
  if (error.code === 'conflict' || error.code === 'not_found') {
    const found = await foundDone(job, kind, item);
    if (found) {
      // After a crash it may well be our own doing.
      const state = item.attempts > 1 ? 'ok' : 'skipped';
      await settleItem(item, { state, sentence: found });
      return go;
    }
  }
  await settleItem(item, verdictOf('failed', error));
  return error.code === 'unavailable' ? { kind: 'trouble' } : go;
}

/** Field errors say more than the sentence above a form. */
function verdictOf(state: Verdict['state'], error: AppError): Verdict {
  const { message, fieldErrors, requestId } = toErrorView(error);
  const fields = Object.entries(fieldErrors ?? {}).map(([name, words]) => `${name}: ${words}`);
  return { state, sentence: [message, ...fields].join(' '), requestId };
}

async function foundDone(job: BulkJob, kind: BulkKind, item: BulkItem): Promise<string | null> {
  try {
    return await kind.lookUp(job, item.input);
  } catch {
    return null;
  }
}

/**
 * Asks Scalekit what became of an item that was sent by a worker that is gone, or that timed out. What was lost in a
 * crash and is not done waits for its turn again; what timed out is never sent again by itself.
 */
export async function lookUpItem(job: BulkJob, kind: BulkKind, item: BulkItem): Promise<Step> {
  let found: string | null;
  try {
    found = await kind.lookUp(job, item.input);
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code === 'rate_limited') {
      return { kind: 'wait', ms: error.retryAfterMs ?? patienceMs, why: error.message };
    }
    await settleItem(item, {
      ...verdictOf('unknown', error),
      sentence: `Could not be looked up. ${error.message}`,
    });
    return { kind: 'trouble' };
  }
  const details = { foundBy: 'look-up' };
  const outcome = found ? ('ok' as const) : ('failed' as const);
  if (item.submissionId) await closeSubmission(item.submissionId, { outcome, details });
  if (found) await settleItem(item, { state: 'ok', sentence: found });
  else if (item.state === 'sent') await putBack(item);
  else await settleItem(item, { state: 'failed', sentence: 'Looked up at Scalekit: it was not done.' });
  return go;
}

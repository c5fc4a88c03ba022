import 'server-only';
import { type Stored, storeActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';

export type Delivery = { messageId: string; row: ActivityRow };
type Waiting = Delivery & { resolve: (stored: Stored) => void; reject: (error: unknown) => void };

const atOnce = 200;
/** Some seconds of the fastest storing: who comes later is told at once to send again. */
const mostWaiting = 2_000;
const waiting: Waiting[] = [];
let isStoring = false;

/** More wait already than can soon be stored. */
export class TooManyWaiting extends Error {}

/**
 * Stores what a webhook brought; resolves when it is committed. What arrives while a statement is under way goes into the
 * next one together, so that a burst costs few of them.
 * @throws TooManyWaiting, or Error when Postgres does not take it: the sender has to send it again
 */
export async function storeDelivery(delivery: Delivery): Promise<Stored> {
  if (waiting.length >= mostWaiting) throw new TooManyWaiting('Too many webhooks wait to be stored');
  return new Promise((resolve, reject) => {
    waiting.push({ ...delivery, resolve, reject });
    if (!isStoring) void storeWaiting();
  });
}

async function storeWaiting(): Promise<void> {
  isStoring = true;
  while (waiting.length > 0) await storeTogether(waiting.splice(0, atOnce));
  isStoring = false;
}

async function storeTogether(deliveries: Waiting[]): Promise<void> {
  try {
    const stored = await store(deliveries);
    for (const { resolve } of deliveries) resolve(stored);
  } catch (error) {
    // One whose content Postgres refuses must not take the others with it. Without Postgres all fail, and at once: what
    // else came meanwhile would only wait for the same.
    if (!isRefused(error)) for (const { reject } of [...deliveries, ...waiting.splice(0)]) reject(error);
    else if (deliveries.length > 1) for (const delivery of deliveries) await storeTogether([delivery]);
    else deliveries[0]?.reject(error);
  }
}

/** Whether Postgres refuses what stands in the row: SQLSTATE class 22, data, or 23, constraints. */
function isRefused(error: unknown): boolean {
  return /^2[23]/.test(String((error as { code?: unknown }).code));
}

function store(deliveries: Delivery[]): Promise<Stored> {
  const messages = deliveries.map(({ messageId: id, row: { environment } }) => ({ environment, id }));
  return storeActivity(
    deliveries.map(({ row }) => row),
    messages,
  );
}

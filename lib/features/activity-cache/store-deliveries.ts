import 'server-only';
import { type Stored, storeActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';

export type Delivery = { messageId: string; row: ActivityRow };
type Waiting = Delivery & { resolve: (stored: Stored) => void; reject: (error: unknown) => void };

const atOnce = 200;
const waiting: Waiting[] = [];
let isStoring = false;

/**
 * Stores what a webhook brought; resolves when it is committed. What arrives while a statement is under way goes into the
 * next one together, so that a burst costs few of them.
 * @throws Error when Postgres does not take it: the sender has to send it again
 */
export function storeDelivery(delivery: Delivery): Promise<Stored> {
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
    // One that Postgres refuses must not take the others with it.
    if (deliveries.length > 1) for (const delivery of deliveries) await storeTogether([delivery]);
    else deliveries[0]?.reject(error);
  }
}

function store(deliveries: Delivery[]): Promise<Stored> {
  const messages = deliveries.map(({ messageId: id, row: { environment } }) => ({ environment, id }));
  return storeActivity(
    deliveries.map(({ row }) => row),
    messages,
  );
}

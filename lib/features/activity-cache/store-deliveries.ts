import 'server-only';
import { type Stored, storeActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';

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

/** Rows first: whoever dies in between is sent the message again, finds the row and notes the message. */
async function store(deliveries: Delivery[]): Promise<Stored> {
  const stored = await storeActivity(deliveries.map(({ row }) => row));
  const counts = new Map<string, { environment: string; id: string; n: number }>();
  for (const { messageId: id, row } of deliveries) {
    const key = JSON.stringify([row.environment, id]);
    const { n } = counts.get(key) ?? { n: 0 };
    counts.set(key, { environment: row.environment, id, n: n + 1 });
  }
  await db().$executeRaw`
    INSERT INTO webhook_delivery AS d (environment, message_id, repeats)
    SELECT environment, id, n - 1
    FROM json_to_recordset(${JSON.stringify([...counts.values()])}::json) AS r(environment text, id text, n int)
    ORDER BY environment, id
    ON CONFLICT (environment, message_id) DO UPDATE SET repeats = d.repeats + excluded.repeats + 1`;
  return stored;
}

import { db } from '@/lib/db';

/** Runs `act` while production is frozen, and thaws it whatever becomes of that. */
export async function whileFrozen<T>(act: () => Promise<T>): Promise<T> {
  const environment = 'production';
  const by = { startedByEmail: 'admin@keydesk.test', reason: 'A migration' };
  await db().environmentFreeze.create({ data: { environment, ...by } });
  try {
    return await act();
  } finally {
    await db().environmentFreeze.deleteMany({ where: { environment } });
  }
}

import { expect, it } from 'vitest';
import type { ActivityListener } from '@/lib/audit/activity/listeners';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { tellTogether } from './tell-together';

const row = (id: string, environment = 'production'): ActivityRow => ({
  ...{ stream: 'event', environment, id, at: '2026-11-26T00:00:00Z', type: 'x', source: 'scalekit' },
});

it('tells what comes while listeners are told in one call for each environment, each row once', async () => {
  const calls: string[] = [];
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const slow: ActivityListener = {
    name: 'slow',
    hear: async (environment, rows) => {
      calls.push(`${environment} ${rows.map(({ id }) => id).join(',')}`);
      await gate;
    },
  };
  const failing: ActivityListener = { name: 'failing', hear: () => Promise.reject(new Error('no')) };
  const tell = (one: ActivityRow, added: string[]) =>
    tellTogether([one], { added, changed: [] }, [slow, failing]);
  const told = [tell(row('1'), ['1'])];
  // One statement stored three of these; one was known before, and one came twice.
  for (const id of ['2', '3', '4', '2']) told.push(tell(row(id), ['2', '3']));
  told.push(tell(row('5', 'development'), ['5']));
  letGo();
  await Promise.all(told);
  expect(calls).toEqual(['production 1', 'production 2,3', 'development 5']);
});

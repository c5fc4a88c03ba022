import { expect, test } from '@playwright/test';
import { missionRows } from '../tests/mission/rows.data';
import { readReached } from './fixtures/reached';
import { e2eStack } from './setup/stack';

// Tokens are minted once an hour and keys are read once a day: whichever story comes first reaches them.
const kept = new Set(['keys', 'oauth/token']);

/*
 * Runs after all other specs. A row of the table says which browser test shows it; here is proved that the console
 * called the row's operations while that test ran. Stories that did not run are passed over.
 */
test('every story reached the operations of its rows', () => {
  const reached = new Map<string, Set<string>>();
  for (const { story, operations } of readReached(e2eStack().dataFolder)) {
    reached.set(story, new Set([...(reached.get(story) ?? []), ...operations]));
  }
  const missed = missionRows.flatMap(({ number, name, calls, story }) => {
    const seen = story ? reached.get(story) : undefined;
    const gone = seen ? calls.filter((call) => !kept.has(call) && !seen.has(call)) : [];
    return gone.map((call) => `${number} ${name}: “${story}” did not reach ${call}`);
  });
  expect(missed).toEqual([]);
});

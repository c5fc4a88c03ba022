import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';
import { type Act, actArbitrary, perform, type World } from './acts';
import { findBroken } from './invariants';

/** More runs for a longer search: EMULATOR_PROPERTY_RUNS=2000. fast-check prints the seed of what it finds. */
const runs = Number(process.env.EMULATOR_PROPERTY_RUNS || 40);
const timeout = 30_000 + runs * 1_000;

let test: TestEmulator;
beforeAll(async () => {
  test = await TestEmulator.start();
});
afterAll(() => test.stop());

/** Without somebody there, most acts would aim at nobody. */
const beginning: Act[] = [1, 2, 3, 4].flatMap((a): Act[] => [
  { kind: 'createOrganization', a, b: 0, c: 0 },
  { kind: 'createUser', a: a - 1, b: a, c: 4 },
  { kind: 'createDomain', a: a - 1, b: a - 1, c: 1 },
]);

async function newWorld(): Promise<World> {
  await test.send('POST', '/__emulator/reset');
  const things = { organizations: [], users: [], sessions: [], directories: [], keys: [] };
  return { test, ...things, clients: [], connections: [], domains: [], answers: [] };
}

describe('whatever is asked of it', () => {
  it(
    'the emulator keeps its promises',
    async () => {
      const property = fc.asyncProperty(
        fc.array(actArbitrary, { minLength: 20, maxLength: 120, size: 'max' }),
        async (acts) => {
          const world = await newWorld();
          for (const act of [...beginning, ...acts]) await perform(world, act);
          expect(await findBroken(world)).toEqual([]);
        },
      );
      await fc.assert(property, { numRuns: runs });
    },
    timeout,
  );

  it(
    'a cursor visits each item that stays exactly once, while others come and go',
    async () => {
      const change = fc.record({ adds: fc.nat(3), removes: fc.nat(3), at: fc.nat(60) });
      const property = fc.asyncProperty(
        fc.integer({ min: 12, max: 45 }),
        fc.array(change, { maxLength: 8 }),
        async (size, changes) => {
          await newWorld();
          const create = async () => (await test.organization()).id as string;
          const alive = await Promise.all(Array.from({ length: size }, create));
          const stay = new Set(alive);
          const seen: string[] = [];
          let token = '';
          do {
            const page = (
              await test.call('GET', `/organizations?page_size=10&page_token=${encodeURIComponent(token)}`)
            ).json;
            seen.push(...page.organizations.map((one: Json) => one.id));
            token = page.next_page_token;
            const { adds = 0, removes = 0, at = 0 } = changes.shift() ?? {};
            for (let index = 0; index < adds; index += 1) await create();
            for (let index = 0; index < removes && alive.length > 0; index += 1) {
              const [gone = ''] = alive.splice(at % alive.length, 1);
              stay.delete(gone);
              await test.call('DELETE', `/organizations/${gone}`);
            }
          } while (token);
          expect([...stay].filter((id) => seen.filter((one) => one === id).length !== 1)).toEqual([]);
        },
      );
      await fc.assert(property, { numRuns: Math.ceil(runs / 2) });
    },
    timeout,
  );
});

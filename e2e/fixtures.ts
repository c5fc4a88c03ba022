import { type BrowserContext, test as base } from '@playwright/test';
import { withDatabase } from './fixtures/database';
import {
  addFault,
  clearFaults,
  type Fault,
  type JournalEntry,
  readJournal,
} from './fixtures/emulator-control';
import { watchProblems } from './fixtures/page-problems';
import { noteReached, storyOf } from './fixtures/reached';
import { type EnvironmentName, type Organization, ScalekitApi } from './fixtures/scalekit-api';
import { watchSecrets } from './fixtures/secret-watch';
import { readStaffLog, type StaffLogEntry } from './fixtures/staff-log';
import { type StaffPerson, type StaffRole, signInAs } from './fixtures/staff-session';
import { type E2eStack, e2eStack } from './setup/stack';

type Fixtures = {
  /** The environment that the test works in. Faults hit all of one, so tests with faults take `development`. */
  environment: EnvironmentName;
  /** What the browser's console may say in this test: `[/status of 404/]`. Anything else fails it. */
  allowedProblems: RegExp[];
  stack: E2eStack;
  /** Signs this browser in as a new person; the second call replaces the first. */
  signIn: (role: StaffRole) => Promise<StaffPerson>;
  /** Arranges things at Scalekit without the console. */
  scalekit: ScalekitApi;
  /** A customer of this test's own. */
  organization: Organization;
  /** The requests at the emulator that concern this test's organization, oldest first. */
  journal: (operation?: string) => Promise<JournalEntry[]>;
  /** What the person who is signed in has in the staff log, oldest first. */
  staffLog: () => Promise<StaffLogEntry[]>;
  /** Makes Scalekit misbehave until the test ends. */
  addFault: (fault: Fault) => Promise<void>;
};

type Hidden = { watched: undefined; reached: undefined; turn: undefined; person: { current?: StaffPerson } };

/** Playwright's `test` with all of Keydesk running, a customer of its own, and eyes on the browser's console and on secrets. */
export const test = base.extend<Fixtures & Hidden>({
  environment: ['production', { option: true }],
  allowedProblems: [[], { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from here
  stack: async ({}, use) => use(e2eStack()),

  watched: [
    async ({ browser, context, allowedProblems }, use, testInfo) => {
      const problems = watchProblems(context);
      const settled = [watchSecrets(context, testInfo.title)];
      const watchAnother = (another: BrowserContext) => {
        settled.push(watchSecrets(another, testInfo.title));
      };
      browser.on('context', watchAnother);
      await use(undefined);
      browser.off('context', watchAnother);
      await Promise.all(settled.map((wait) => wait()));
      const unexpected = problems().filter((text) => !allowedProblems.some((allowed) => allowed.test(text)));
      base.expect(unexpected, 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],

  // What a story reached is compared with the table of what the console covers, in mission.spec.ts.
  reached: [
    async ({ stack, environment }, use, { file, title }) => {
      const since = new Date();
      await use(undefined);
      const story = storyOf(file, title);
      if (story) await noteReached(stack.dataFolder, stack[environment].url, story, since);
    },
    { auto: true },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above
  person: async ({}, use) => use({}),

  signIn: async ({ context, person }, use) => {
    await use(async (role) => {
      person.current = await signInAs(context, role);
      return person.current;
    });
  },

  // Faults hit whoever calls, the set-up of another test too: those of `development` run one after the other.
  turn: [
    async ({ stack, environment }, use) => {
      if (environment === 'production') return use(undefined);
      await withDatabase(stack.databaseUrl, async (client) => {
        await client.query(`SELECT pg_advisory_lock(hashtext('e2e faults'))`);
        await use(undefined);
      });
    },
    { auto: true, timeout: 300_000 },
  ],

  scalekit: async ({ stack, environment, turn: _turn }, use) => use(new ScalekitApi(stack[environment])),

  organization: async ({ scalekit }, use) => use(await scalekit.createOrganization()),

  journal: async ({ stack, environment, organization }, use) => {
    const read = () => readJournal(stack[environment].url, organization.id);
    // By id and not by number: the journal forgets its oldest entries.
    const setUp = new Set((await read()).map(({ traceId }) => traceId));
    await use(async (operation) => {
      const since = (await read()).filter(({ traceId }) => !setUp.has(traceId));
      return operation ? since.filter((entry) => entry.operation === operation) : since;
    });
  },

  staffLog: async ({ stack, person }, use) => {
    await use(async () => {
      if (!person.current) throw new Error('Nobody is signed in');
      return readStaffLog(stack.databaseUrl, person.current.email);
    });
  },

  addFault: async ({ stack, environment }, use) => {
    if (environment === 'production') {
      throw new Error("Faults would hit other tests: test.use({ environment: 'development' })");
    }
    const { url } = stack[environment];
    await use((fault) => addFault(url, fault));
    await clearFaults(url);
    // A 429 has halved what the next test may spend.
    await withDatabase(stack.databaseUrl, (client) =>
      client.query('DELETE FROM api_budget WHERE environment = $1', [environment]),
    );
  },
});

export { expect } from '@playwright/test';

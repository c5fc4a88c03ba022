import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const testsOfLib = readdirSync(path('./lib'), { recursive: true, encoding: 'utf8' })
  .map((file) => `lib/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(path(file), 'utf8') }));
const filesOf = (tests: typeof testsOfLib) => tests.map(({ file }) => file);

// A process for each file costs more than most files do: those that change nothing of it share one, …
const changesProcess = /process\.env|\bvi\.|tests\/setup|startEmulator|globalThis/;
const pure = filesOf(testsOfLib.filter(({ text }) => !changesProcess.test(text)));
// … and those of features, with modules of their own. What replaces modules, or starts jobs, is alone.
const needsProcess = /\bvi\.(mock|doMock|hoisted|stub|useFake)|[bB]oss/;
const features = filesOf(
  testsOfLib.filter(({ file, text }) => file.startsWith('lib/features/') && !needsProcess.test(text)),
).filter((file) => !pure.includes(file));

const signingKey = './tests/setup/make-signing-key.ts';
const postgres = './tests/setup/start-test-postgres.ts';
const settings = './tests/setup/settings.ts';

export default defineConfig({
  resolve: {
    alias: [
      { find: 'server-only', replacement: path('./tests/setup/server-only.ts') },
      { find: /^@\//, replacement: path('./') },
    ],
  },
  test: {
    setupFiles: settings,
    // One more than the cores of a small machine: tests wait for Postgres and for processes of theirs.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          isolate: false,
          // Each emulator is an object of its own.
          include: ['{components,emulator}/**/*.test.{ts,tsx}', ...pure],
          globalSetup: signingKey,
        },
      },
      {
        extends: true,
        test: {
          name: 'features',
          isolate: false,
          include: features,
          setupFiles: ['./tests/setup/fresh-modules.ts', settings],
          globalSetup: [signingKey, postgres],
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['{app,bench,lib,prisma,scripts,tests}/**/*.test.{ts,tsx}'],
          exclude: [...pure, ...features],
          globalSetup: [signingKey, postgres],
        },
      },
    ],
  },
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// A process for each file costs more than most files do. Those that change nothing of it share one.
const changesProcess = /process\.env|\bvi\.|tests\/setup|startEmulator|globalThis/;
const pure = readdirSync(path('./lib'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => `lib/${file.replaceAll('\\', '/')}`)
  .filter((file) => !changesProcess.test(readFileSync(path(file), 'utf8')));
// Each emulator is an object of its own.
const shared = ['{components,emulator}/**/*.test.{ts,tsx}', ...pure];

export default defineConfig({
  resolve: {
    alias: [
      { find: 'server-only', replacement: path('./tests/setup/server-only.ts') },
      { find: /^@\//, replacement: path('./') },
    ],
  },
  test: {
    setupFiles: './tests/setup/settings.ts',
    // One more than the cores of a small machine: tests wait for Postgres and for each other's processes.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: shared,
          isolate: false,
          globalSetup: './tests/setup/make-signing-key.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['{app,bench,lib,prisma,scripts,tests}/**/*.test.{ts,tsx}'],
          exclude: pure,
          globalSetup: ['./tests/setup/make-signing-key.ts', './tests/setup/start-test-postgres.ts'],
        },
      },
    ],
  },
});

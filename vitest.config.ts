import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: 'server-only', replacement: path('./tests/setup/server-only.ts') },
      { find: /^@\//, replacement: path('./') },
    ],
  },
  test: {
    include: ['{app,bench,components,emulator,lib,prisma,scripts,tests}/**/*.test.{ts,tsx}'],
    globalSetup: './tests/setup/start-test-postgres.ts',
    setupFiles: './tests/setup/settings.ts',
    // One more than the cores of a small machine: many tests wait for a time-out and need none meanwhile.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: ['default'],
  },
});

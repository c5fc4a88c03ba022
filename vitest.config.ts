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
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: ['default'],
  },
});

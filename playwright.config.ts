import { defineConfig, devices } from '@playwright/test';
import { e2ePorts } from './e2e/setup/ports';
import { chromiumFlags, findChromium } from './scripts/find-chromium';

// A failed test would leave the page's text behind, which may hold a key.
process.env.PLAYWRIGHT_NO_COPY_PROMPT = '1';

const AFTERWARDS = /(secret-sweep|mission)\.spec\.ts/;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/setup/start-e2e-stack.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env.CI,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${e2ePorts.console}`,
    // A picture of a page that shows a key is a copy of the key.
    trace: 'off',
    screenshot: 'off',
    video: 'off',
    launchOptions: { executablePath: findChromium(), args: chromiumFlags() },
  },
  projects: [
    { name: 'jobs', testMatch: /\.spec\.ts$/, testIgnore: AFTERWARDS, teardown: 'afterwards' },
    // Look at what all specs left behind, so they come after them, whatever became of them.
    { name: 'afterwards', testMatch: AFTERWARDS },
  ],
});

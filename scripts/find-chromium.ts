import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium to test with: KEYDESK_CHROMIUM, Playwright's own, or the system's; undefined when there is none. */
export function findChromium(): string | undefined {
  const override = process.env.KEYDESK_CHROMIUM;
  if (override) return override;
  return [chromium.executablePath(), ...SYSTEM_PATHS].find((path) => existsSync(path));
}

/** Flags that keep Chromium from calling home; root cannot have its sandbox. */
export function chromiumFlags(): string[] {
  const flags = [
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags;
}

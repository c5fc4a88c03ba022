import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

// Chromium without its windows, as Playwright's own is: a fifth less work for the same pages.
const SHELL = '/usr/bin/chromium-headless-shell';

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium to test with: KEYDESK_CHROMIUM, Playwright's own, or the system's; undefined when there is none. */
export function findChromium(): string | undefined {
  return findFirst([SHELL, ...BROWSERS]);
}

/** The Chromium to measure with: a whole browser, as people have, where there is one. */
export function findWholeChromium(): string | undefined {
  return findFirst([...BROWSERS, SHELL]);
}

function findFirst(ofSystem: string[]): string | undefined {
  const override = process.env.KEYDESK_CHROMIUM;
  if (override) return override;
  return [chromium.executablePath(), ...ofSystem].find((path) => existsSync(path));
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

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Figure } from './figure';
import { report } from './start-console';

/*
 * What a walk over all organizations costs. A sample of the `large` scenario is read as the walk reads it; the emulator
 * counts the calls. What they cost in time follows from the API budget: jobs have half of API_BUDGET_PER_MINUTE (300 when
 * nobody sets it), and an organization comes with a thirtieth of a page of the list. The walk's own work per organization
 * is measured too: it must be far less than what the budget makes it wait.
 */
const organizations = 10_000;
const budgetPerMinute = 300;
const jobsShare = 0.5;
const organizationsPerPage = 30;

const sampleSchema = z.object({
  organizations: z.number(),
  total: z.number(),
  calls: z.number(),
  milliseconds: z.number(),
  bytes: z.number(),
});

/** Calls for each organization, hours for ten thousand, and the share of that time that Keydesk itself works. */
export async function measureWalk(): Promise<Figure[]> {
  const flags = ['--conditions=react-server', '--import', 'tsx', 'bench/walk-sample.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, flags);
  const sample = sampleSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  const each = sample.calls / sample.organizations + 1 / organizationsPerPage;
  const perMinute = budgetPerMinute * jobsShare;
  const hours = (each * organizations) / perMinute / 60;
  const ownHours = ((sample.milliseconds / sample.organizations) * organizations) / 3_600_000;
  report(
    `${sample.organizations} of ${sample.total} organizations: ${sample.calls} calls, ${Math.round(sample.milliseconds)} ms, ${Math.round(sample.bytes / sample.organizations / 1024)} kB kept for each`,
  );
  report(
    `a walk over ${organizations}: ${Math.round(each * organizations)} calls, ${hours.toFixed(1)} hours at ${perMinute} calls a minute`,
  );
  return [
    { name: 'walk.calls-per-organization', value: each, atMost: 12 },
    // It begins anew each day.
    { name: 'walk.hours-at-10000-organizations', value: hours, atMost: 24, decimals: 1 },
    { name: 'walk.own-share-of-time', value: ownHours / hours, atMost: 0.25 },
  ];
}

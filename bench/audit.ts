import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startSeeded } from './audit-seed';
import type { Figure } from './figure';
import { report } from './start-console';

/*
 * Pages of the activity timeline, next to the bare keyset query over the same rows in the same run. With `--rows 10m` the
 * folder of ten million rows is measured too (made on first use, in minutes), and how much a page grew by it.
 */
const atMost = 1.5;
const small = 1_000_000;

type Medians = Record<string, number>;

/** Measures filtered first and 100th pages of the timeline at one million rows, or at one and at more. */
export async function measureAudit(rows = small): Promise<Figure[]> {
  const few = await measure(small);
  if (rows === small) return figuresOf(few, small);
  const many = await measure(rows);
  const inBoth = pagesOf(many).filter((name) => name in few);
  const growth = inBoth.map((name) => ({
    name: `audit: ${name}, from ${words(small)} to ${words(rows)}`,
    value: (many[name] ?? Number.NaN) / (few[name] ?? Number.NaN),
    atMost,
  }));
  return [...figuresOf(few, small), ...figuresOf(many, rows), ...growth];
}

async function measure(rows: number): Promise<Medians> {
  const server = await startSeeded(rows);
  try {
    const flags = ['--conditions=react-server', '--import', 'tsx', 'bench/audit-pages.ts'];
    const run = await promisify(execFile)(process.execPath, [...flags, server.url('keydesk')], {
      maxBuffer: 1e6,
    });
    const medians: Medians = JSON.parse(run.stdout);
    for (const [name, ms] of Object.entries(medians))
      report(`${words(rows)} rows, ${name}: ${ms.toFixed(2)} ms`);
    return medians;
  } finally {
    await server.stop();
  }
}

function figuresOf(medians: Medians, rows: number): Figure[] {
  return pagesOf(medians).map((name) => {
    return {
      name: `audit: ${name}, ${words(rows)} rows, to bare`,
      value: (medians[name] ?? Number.NaN) / (medians[`bare ${name}`] ?? Number.NaN),
      atMost,
    };
  });
}

function pagesOf(medians: Medians): string[] {
  return Object.keys(medians).filter((name) => !name.startsWith('bare '));
}

function words(rows: number): string {
  return `${rows / 1_000_000}m`;
}

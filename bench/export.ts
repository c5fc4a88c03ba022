import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startSeeded } from './audit-seed';
import { type Figure, median } from './figure';
import { report } from './start-console';

const rows = 1_000_000;

type Measured = { rows: number; peakMiB: number; export: number[]; copy: number[] };

/** An export of a million rows as CSV next to a bare `COPY TO STDOUT` of the same rows in the same run, and its memory. */
export async function measureExport(): Promise<Figure[]> {
  const server = await startSeeded(rows);
  try {
    const flags = ['--expose-gc', '--conditions=react-server', '--import', 'tsx', 'bench/export-rows.ts'];
    const run = await promisify(execFile)(process.execPath, [...flags, server.url('keydesk')]);
    const measured: Measured = JSON.parse(run.stdout);
    const [own, bare] = [median(measured.export), median(measured.copy)];
    report(`export: ${measured.rows} rows in ${own.toFixed(1)} s, COPY ${bare.toFixed(1)} s`);
    return [
      { name: 'export.rows-per-second-to-copy', value: bare / own, atLeast: 0.3 },
      { name: 'export.memory-mib-above-idle', value: measured.peakMiB, atMost: 200, decimals: 0 },
    ];
  } finally {
    await server.stop();
  }
}

import { parseArgs } from 'node:util';
import { runScript } from '../scripts/script-error';
import { measureAudit } from './audit';
import { measureEmulator } from './emulator';
import { measureExport } from './export';
import { type Figure, formatFigure, isShort } from './figure';
import { measureIngest } from './ingest';
import { measurePages } from './pages';
import { measurePalette } from './palette';
import { measureWalk } from './walk';
import { measureWaterfall } from './waterfall';

const { values, positionals: wanted } = parseArgs({
  options: { rows: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
});
/** `--rows 10m`: how many the largest table of a benchmark holds. */
const rows = values.rows === undefined ? undefined : Number(values.rows.replace(/m$/, '000000'));

/** `--only list,overview`: the pages of `waterfall` to measure. */
const only = values.only?.split(',');

/** What `npm run bench -- <name>` knows. Each starts what it needs and stops it again. */
const benchmarks: Record<string, () => Promise<Figure[]>> = {
  waterfall: () => measureWaterfall(only),
  pages: measurePages,
  emulator: measureEmulator,
  export: measureExport,
  audit: () => measureAudit(rows),
  walk: measureWalk,
  palette: measurePalette,
  ingest: measureIngest,
};

const unknown = wanted.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}\n`,
  );
  process.exit(2);
}

await runScript(async () => {
  for (const [name, measure] of Object.entries(benchmarks)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const figure of await measure()) {
      process.stdout.write(`${formatFigure(figure)}\n`);
      if (isShort(figure)) process.exitCode = 1;
    }
  }
});

import { runScript } from '../scripts/script-error';
import { measureEmulator } from './emulator';
import { type Figure, formatFigure, isShort } from './figure';
import { measureIngest } from './ingest';
import { measurePages } from './pages';
import { measureWaterfall } from './waterfall';

/** What `npm run bench -- <name>` knows. Each starts what it needs and stops it again. */
const benchmarks: Record<string, () => Promise<Figure[]>> = {
  waterfall: measureWaterfall,
  pages: measurePages,
  emulator: measureEmulator,
  ingest: measureIngest,
};

const wanted = process.argv.slice(2);
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

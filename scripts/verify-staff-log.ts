import { parseArgs } from 'node:util';
import nextEnv from '@next/env';
import { findHead, readHeads } from '@/lib/audit/chain/heads';
import { verifySlice } from '@/lib/audit/chain/verify';
import { db } from '@/lib/db';
import { EnvError, env } from '@/lib/env';
import { describeChainFault } from '@/lib/staff-log-faults';

// `npm run audit:verify [-- --head production:120:9f…]`: checks the staff log's hash chain of every environment, and that
// heads which were kept elsewhere are still part of it. Ends with 1 when anything is wrong.
nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error });

const verdicts = {
  missing: 'is not in the chain: entries were cut from its end.',
  other: 'is not in the chain: another entry stands in its place.',
  pruned: 'lies before the last checkpoint, so nothing can be said of it.',
  there: 'is part of the chain.',
};

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { head: { type: 'string', multiple: true, default: [] } } });
  let right = true;
  for (const { name } of env().environments) right = (await verifyEnvironment(name)) && right;
  for (const text of values.head) {
    const [environment = '', seq = '', mac = ''] = text.split(':');
    if (!/^\d{1,18}$/.test(seq)) throw new Error(`${text} is not a head: give environment:number:mac.`);
    const verdict = await findHead({ environment, seq, mac });
    console.log(`${environment}: head ${seq} ${verdicts[verdict]}`);
    right = right && verdict !== 'missing' && verdict !== 'other';
  }
  for (const { environment, seq, mac } of await readHeads())
    console.log(`Head: ${environment}:${seq}:${mac}`);
  return right;
}

async function verifyEnvironment(environment: string): Promise<boolean> {
  let checked = 0;
  let last: string | null = null;
  for (;;) {
    const slice = await verifySlice(environment, last);
    checked += slice.checked;
    last = slice.last;
    if (slice.fault) {
      console.error(`${environment}: WRONG. ${describeChainFault(slice.fault)}`);
      return false;
    }
    if (slice.done) {
      console.log(`${environment}: ${checked} seals, all right.`);
      return true;
    }
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof EnvError ? error.message : (error as Error).message);
  process.exitCode = 1;
} finally {
  await db()
    .$disconnect()
    .catch(() => {});
}

import { parseArgs } from 'node:util';
import { z } from 'zod';
import { checkConformance, type Report } from './check';

const usage = `Compares an environment with the emulator, answer by answer.

  npm run conformance -- --url https://example.scalekit.dev --client-id skc_… --client-secret …

It makes one organization with people, a connection, a directory, an API client and a key, all of them named "Conformance
tour", sends one invitation to an address under example.com, and deletes all of it at the end. Elsewhere it only reads.
With --read-only it makes nothing. Exit code: 0 no difference, 1 differences, 2 it could not be played.
`;

const schema = z.object({
  url: z.url('--url takes the address of the environment'),
  'client-id': z.string('--client-id is missing').min(1),
  'client-secret': z.string('--client-secret is missing').min(1),
  'read-only': z.boolean().default(false),
});

function readOptions() {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { url: text, 'client-id': text, 'client-secret': text, 'read-only': { type: 'boolean' } },
  });
  return schema.parse(values);
}

/** The findings as a table, differences first. Answers hold no secret here: values that look like one are told by kind. */
function print({ asked, findings }: Report): void {
  for (const weight of ['difference', 'note'] as const) {
    for (const { route, words } of findings.filter((one) => one.weight === weight))
      console.log([weight, route, words].join('\t'));
  }
  const differences = findings.filter(({ weight }) => weight === 'difference').length;
  console.log(`${asked} requests, ${differences} differences, ${findings.length - differences} notes`);
}

async function main(): Promise<void> {
  const options = readOptions();
  const target = {
    url: options.url,
    clientId: options['client-id'],
    clientSecret: options['client-secret'],
  };
  const report = await checkConformance(target, { readOnly: options['read-only'] });
  print(report);
  process.exitCode = report.findings.some(({ weight }) => weight === 'difference') ? 1 : 0;
}

main().catch((error) => {
  const words =
    error instanceof z.ZodError
      ? error.issues.map(({ message }) => message).join('\n')
      : (error as Error).message;
  console.error(`${words}\n\n${usage}`);
  process.exit(2);
});

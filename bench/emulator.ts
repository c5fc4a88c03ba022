import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';
import { type Figure, median } from './figure';
import { report } from './start-console';

/*
 * How much the emulator costs, next to the least that a server of node can cost: one that answers the same requests with
 * an empty object. Both are processes of their own; ten connections send as fast as they are answered for a second and a
 * half, the servers taking turns in five rounds. A figure is the median of the emulator's requests per second over the
 * median of the empty server's.
 *
 * `large`: the time from starting the process to its first line, and its resident memory after a first page of each list.
 */
const rounds = 5;
const seconds = 1.5;
const connections = 10;

const emptyServer = `
const server = require('node:http').createServer((request, response) => {
  request.resume().on('end', () => response.setHeader('content-type', 'application/json').end('{}'));
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ url: 'http://127.0.0.1:' + server.address().port })));
`;

type Ready = { url: string; clientId?: string; clientSecret?: string };
type Server = { ready: Ready; readyMs: number; child: ChildProcess };

/** Measures lists and creates against an empty server, then the `large` scenario's start and memory. */
export async function measureEmulator(): Promise<Figure[]> {
  const throughput = await measureThroughput();
  return [...throughput, ...(await measureLarge())];
}

async function measureThroughput(): Promise<Figure[]> {
  const servers = [await start(['-e', emptyServer]), await startEmulator('demo')];
  try {
    const [empty, emulator] = servers.map(({ ready }) => ready.url);
    const authorization = await authorize(servers[1]?.ready as Ready);
    const asked = {
      list: { method: 'GET', headers: { authorization } },
      create: {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ display_name: 'Measured' }),
      },
    } as const;
    const figures: Figure[] = [];
    for (const [name, request] of Object.entries(asked)) {
      const path = '/api/v1/organizations?page_size=10';
      const rates: { empty: number[]; emulator: number[] } = { empty: [], emulator: [] };
      // The first round compiles and is left out.
      for (let round = -1; round < rounds; round += 1) {
        const measured = {
          empty: await requestsPerSecond({ ...request, url: empty + path }),
          emulator: await requestsPerSecond({ ...request, url: emulator + path }),
        };
        if (round < 0) continue;
        rates.empty.push(measured.empty);
        rates.emulator.push(measured.emulator);
      }
      const [own, least] = [median(rates.emulator), median(rates.empty)];
      report(`${name}: ${own.toFixed(0)} requests a second, the empty server ${least.toFixed(0)}`);
      figures.push({ name: `emulator.${name}`, value: own / least, atLeast: 0.15 });
    }
    return figures;
  } finally {
    for (const { child } of servers) child.kill();
  }
}

async function measureLarge(): Promise<Figure[]> {
  const { ready, readyMs, child } = await startEmulator('large');
  try {
    const authorization = await authorize(ready);
    for (const path of ['organizations', 'users', 'logs/authentication/requests']) {
      const answer = await fetch(`${ready.url}/api/v1/${path}?page_size=10`, { headers: { authorization } });
      if (!answer.ok) throw new Error(`${path} of the large scenario answered ${answer.status}`);
    }
    const memory = await fetch(`${ready.url}/__emulator/state`).then((answer) => answer.json());
    report(`large: ready after ${readyMs.toFixed(0)} ms, ${memory.memoryMiB} MiB resident`);
    return [
      { name: 'emulator.large-start-seconds', value: readyMs / 1000, atMost: 10 },
      { name: 'emulator.large-memory-mib', value: memory.memoryMiB, atMost: 1024, decimals: 0 },
    ];
  } finally {
    child.kill();
  }
}

function startEmulator(scenario: string): Promise<Server> {
  return start(['--import', 'tsx', 'emulator/main.ts', '--port', '0', '--scenario', scenario]);
}

/** Starts a server that prints where it is as its first line. */
async function start(flags: string[]): Promise<Server> {
  const begin = performance.now();
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [''])])) as [
    string,
  ];
  if (!line) throw new Error(`${flags.join(' ').slice(0, 80)} ended without a word`);
  return { ready: JSON.parse(line), readyMs: performance.now() - begin, child };
}

async function authorize({ url, clientId = '', clientSecret = '' }: Ready): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const answer = await fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
  return `Bearer ${(await answer.json()).access_token}`;
}

async function requestsPerSecond(options: autocannon.Options): Promise<number> {
  const result = await autocannon({ ...options, connections, duration: seconds });
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`${options.url} failed under load`);
  return result['2xx'] / result.duration;
}

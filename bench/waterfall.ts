import { addFault } from '../e2e/fixtures/emulator-control';
import { ScalekitApi } from '../e2e/fixtures/scalekit-api';
import { fetchTimed } from './fetch-timed';
import { type Figure, median } from './figure';
import { type BenchConsole, report, startBenchConsole } from './start-console';

/*
 * How many upstream round trips stand one behind the other before a page is complete.
 *
 * Every answer of the emulator is delayed by 100 ms. One round is: a read at the emulator itself, the organization
 * list, the overview of one organization; each by the same HTTP client over a connection that stays open, from
 * sending the request to the last byte, Suspense included. A figure is the median of a page over the median of the
 * round trips of the same run: 1 would be a page that costs nothing but its one read.
 */
const latencyMs = 100;
const rounds = 15;
// The first rounds mint the token, open connections and compile: what a console that has run for a minute has done.
const warmUps = 3;

/** Measures the organization list and the overview against one upstream round trip. */
export async function measureWaterfall(): Promise<Figure[]> {
  const stack = await startBenchConsole();
  try {
    const targets = await findTargets(stack);
    await addFault(stack.production.url, { operation: '*', latencyMs });
    const times: Record<keyof typeof targets, number[]> = { roundTrip: [], list: [], overview: [] };
    for (let round = -warmUps; round < rounds; round++) {
      for (const [name, target] of Object.entries(targets)) {
        const milliseconds = await measure(target);
        if (round >= 0) times[name as keyof typeof targets].push(milliseconds);
      }
    }
    const roundTrip = median(times.roundTrip);
    report(`round trip ${roundTrip.toFixed(1)} ms, list ${median(times.list).toFixed(1)} ms`);
    report(`overview ${median(times.overview).toFixed(1)} ms`);
    return [
      { name: 'waterfall.list', value: median(times.list) / roundTrip, atMost: 1.5 },
      { name: 'waterfall.overview', value: median(times.overview) / roundTrip, atMost: 1.5 },
    ];
  } finally {
    await stack.stop();
  }
}

/** What is fetched, and words that a complete answer holds. */
type Target = { url: string; headers: Record<string, string>; holds: string };

async function findTargets({ consoleUrl, production, cookie }: BenchConsole) {
  const api = new ScalekitApi(production);
  const { id, displayName } = await api.createOrganization();
  const authorization = await api.authorization();
  const person = { cookie: `${cookie.name}=${cookie.value}` };
  const list = `${consoleUrl}/production/organizations`;
  return {
    roundTrip: { url: `${production.url}/api/v1/organizations/${id}`, headers: { authorization }, holds: id },
    list: { url: list, headers: person, holds: displayName },
    overview: { url: `${list}/${id}`, headers: person, holds: 'Active API keys' },
  } satisfies Record<string, Target>;
}

async function measure({ url, headers, holds }: Target): Promise<number> {
  const { status, body, milliseconds } = await fetchTimed(url, headers);
  if (status !== 200 || !body.includes(holds))
    throw new Error(`${url} answered ${status}, without "${holds}"`);
  return milliseconds;
}

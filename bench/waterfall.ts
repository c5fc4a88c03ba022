import { addFault } from '../e2e/fixtures/emulator-control';
import { ScalekitApi } from '../e2e/fixtures/scalekit-api';
import { ScriptError } from '../scripts/script-error';
import { fetchTimed } from './fetch-timed';
import { type Figure, median } from './figure';
import { type BenchConsole, report, startBenchConsole } from './start-console';
import { waterfallCustomerPages } from './waterfall-customer-pages';
import { type WaterfallPage, waterfallPages } from './waterfall-pages.data';

/*
 * How many upstream round trips stand one behind the other before a page is complete.
 *
 * Every answer of the emulator is delayed by 100 ms. One round is: a read at the emulator itself, then each page; each
 * by the same HTTP client over a connection that stays open, from sending the request to the last byte, Suspense
 * included. A figure is the median of a page over the median of the round trips of the same run: 1 would be a page that
 * costs nothing but its one read.
 */
const latencyMs = 100;
const rounds = 15;
// The first rounds mint the token, open connections and compile: what a console that has run for a minute has done.
// After three of them a page still takes up to a tenth longer than after twenty, and from there on the same.
const warmUps = 20;

/**
 * Measures every page of `waterfallPages`, or those of these names, against one upstream round trip.
 * @throws ScriptError for a name that none of them has
 */
export async function measureWaterfall(only?: string[]): Promise<Figure[]> {
  const known = [...waterfallPages, ...waterfallCustomerPages];
  const unknown = only?.filter((name) => !known.some((page) => page.name === name)) ?? [];
  if (unknown.length > 0) throw new ScriptError(`There is no page ${unknown.join(', ')} to measure.`);
  const wanted = known.filter(({ name }) => !only || only.includes(name));
  const stack = await startBenchConsole();
  try {
    const { roundTrip, pages } = await findTargets(stack, wanted);
    await addFault(stack.production.url, { operation: '*', latencyMs });
    const times = new Map<Target, number[]>([roundTrip, ...pages].map((target) => [target, []]));
    for (let round = -warmUps; round < rounds; round++) {
      for (const [target, measured] of times) {
        const milliseconds = await measure(target);
        if (round >= 0) measured.push(milliseconds);
      }
    }
    const medianOf = (target: Target) => median(times.get(target) ?? []);
    for (const target of times.keys()) report(`${target.name} ${medianOf(target).toFixed(1)} ms`);
    return pages.map((page) => ({
      name: `waterfall.${page.name}`,
      value: medianOf(page) / medianOf(roundTrip),
      atMost: page.atMost,
    }));
  } finally {
    await stack.stop();
  }
}

/** What is fetched, and words that a complete answer holds. */
type Target = { name: string; atMost: number; url: string; headers: Record<string, string>; holds: string };

async function findTargets(stack: BenchConsole, wanted: WaterfallPage[]) {
  const { consoleUrl, databaseUrl, production, cookie } = stack;
  const api = new ScalekitApi(production);
  const organization = await api.createOrganization();
  const url = `${production.url}/api/v1/organizations/${organization.id}`;
  const authorization = await api.authorization();
  const roundTrip: Target = {
    name: 'round trip',
    atMost: 1,
    url,
    headers: { authorization },
    holds: organization.id,
  };
  const pages: Target[] = [];
  for (const { name, atMost, find } of wanted) {
    const page = await find(api, organization, databaseUrl);
    const headers = { cookie: page.cookie ?? `${cookie.name}=${cookie.value}` };
    pages.push({ name, atMost, url: consoleUrl + page.path, headers, holds: page.holds });
  }
  return { roundTrip, pages };
}

async function measure({ url, headers, holds }: Target): Promise<number> {
  const { status, body, milliseconds } = await fetchTimed(url, headers);
  if (status !== 200 || !body.includes(holds))
    throw new Error(`${url} answered ${status}, without "${holds}"`);
  return milliseconds;
}

import { z } from 'zod';
import { type Assembly, resetAssembly, restoreSnapshot, takeSnapshot } from './assemble';
import { copyControls } from './copies/controls';
import { isLocalRequest } from './faces/local-request';
import type { Site } from './faces/pages';
import { faultSchema } from './faults';
import { mailControls } from './mail/controls';
import { countRows } from './store';
import { passkeyControls } from './webauthn/controls';
import { webhookControls } from './webhooks/controls';

const prefix = '/__emulator/';
const rateLimitSchema = z.strictObject({ perMinute: z.int().min(0).nullable() });

type Handler = (request: Request) => unknown;
/** What answers, by method and the rest of the path: `GET journal`. */
export type ControlEndpoints = Record<string, Handler>;

/** Endpoints for tests and developers under `/__emulator/`. They take and give JSON and know no credential. */
export function createControlSite(assembly: Assembly): Site {
  const endpoints = createEndpoints(assembly);
  return {
    operation: () => undefined,
    async handle(request) {
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith(prefix)) return null;
      if (!isLocalRequest(request))
        return failure(403, 'Control endpoints answer on the loopback address only.');
      const handler = endpoints[`${request.method} ${pathname.slice(prefix.length)}`];
      if (!handler) return failure(404, `There is no ${request.method} ${pathname}.`);
      try {
        return Response.json((await handler(request)) ?? {});
      } catch (error) {
        if (error instanceof z.ZodError) return failure(400, z.prettifyError(error));
        if (error instanceof SyntaxError) return failure(400, 'The body is not JSON.');
        throw error;
      }
    },
  };
}

function createEndpoints(assembly: Assembly) {
  const { environment, clock, faults, journal, oauth, rateLimit } = assembly;
  const describeClock = () => ({ now: new Date(clock.now()).toISOString(), shiftMs: clock.shiftMs() });
  const endpoints: ControlEndpoints = {
    ...webhookControls(environment, assembly.webhooks),
    ...mailControls(environment),
    ...copyControls(environment),
    ...passkeyControls(environment),
    'GET journal': (request) => {
      const search = new URL(request.url).searchParams;
      const entries = journal.list(search.get('operation') ?? undefined);
      const since = search.get('since') ?? '';
      return { entries: entries.filter(({ at }) => at >= since) };
    },
    'DELETE journal': () => journal.clear(),
    'GET faults': () => ({ faults: faults.list() }),
    'POST faults': async (request) => faults.add(faultSchema.parse(await request.json())),
    'DELETE faults': () => faults.clear(),
    'POST rate-limit': async (request) => {
      const { perMinute } = rateLimitSchema.parse(await request.json());
      rateLimit.set(perMinute);
      return { perMinute };
    },
    'POST expire-tokens': () => oauth.expireClientTokens(),
    'POST clock': async (request) => {
      clock.shift(z.strictObject({ shiftMs: z.number() }).parse(await request.json()).shiftMs);
      return describeClock();
    },
    'POST reset': () => resetAssembly(assembly),
    'GET snapshot': () => takeSnapshot(assembly),
    'POST snapshot': async (request) => restoreSnapshot(assembly, await request.json()),
    'GET state': () => ({
      environment: { id: environment.id, name: environment.name, url: environment.url() },
      clock: describeClock(),
      rows: countRows(environment.store),
      faults: faults.list().length,
      memoryMiB: Math.round(process.memoryUsage.rss() / 2 ** 20),
      requestsPerMinute: rateLimit.perMinute(),
    }),
  };
  return endpoints;
}

function failure(status: number, message: string): Response {
  return Response.json({ message }, { status });
}

import 'server-only';
import { db } from '@/lib/db';
import { env, type ScalekitEnvironment } from '@/lib/env';
import { logger } from '@/lib/logger';
import { checkCredentials } from '@/lib/scalekit/token';

export type PartState = 'ok' | 'failing';

/** What a load balancer may know: which part fails, not why. The reason is in the log. */
export type Readiness = { ready: boolean; postgres: PartState; environments: Record<string, PartState> };

type Checked = { state: Promise<PartState>; until: number };

const POSTGRES_MS = 2_000;
const SCALEKIT_MS = 5_000;
/** Each check mints a token from the customer's rate limit, so an answer holds for a while. */
const HOLDS_MS = { ok: 30_000, failing: 5_000 };

const checked = new Map<string, Checked>();

/** Whether this process can serve: Postgres has the tables, and every environment takes our credentials. */
export async function checkReadiness(): Promise<Readiness> {
  const { environments } = env();
  const [postgres, ...states] = await Promise.all([checkPostgres(), ...environments.map(checkEnvironment)]);
  return {
    ready: [postgres, ...states].every((state) => state === 'ok'),
    postgres,
    environments: Object.fromEntries(
      environments.map(({ name }, index) => [name, states[index] ?? 'failing']),
    ),
  };
}

async function checkPostgres(): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Postgres did not answer within ${POSTGRES_MS} ms`)),
      POSTGRES_MS,
    );
  });
  try {
    await Promise.race([db().$queryRaw`SELECT 1 FROM staff_log LIMIT 0`, tooLate]);
    return 'ok';
  } catch (error) {
    logger.warn({ err: error }, 'not ready: Postgres');
    return 'failing';
  } finally {
    clearTimeout(timer);
  }
}

/** Many probes at once ask Scalekit once. */
function checkEnvironment(environment: ScalekitEnvironment): Promise<PartState> {
  const known = checked.get(environment.name);
  if (known && Date.now() < known.until) return known.state;
  const state = askScalekit(environment);
  const entry: Checked = { state, until: Date.now() + SCALEKIT_MS };
  checked.set(environment.name, entry);
  void state.then((result) => {
    entry.until = Date.now() + HOLDS_MS[result];
  });
  return state;
}

async function askScalekit(environment: ScalekitEnvironment): Promise<PartState> {
  try {
    await checkCredentials(environment, SCALEKIT_MS);
    return 'ok';
  } catch (error) {
    logger.warn({ err: error, environment: environment.name }, 'not ready: Scalekit');
    return 'failing';
  }
}

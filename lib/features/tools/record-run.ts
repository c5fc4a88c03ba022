import 'server-only';
import { db } from '@/lib/db';
import { logger } from '@/lib/logger';
import { AccountError, ToolError } from '@/lib/scalekit/errors';
import type { ActionContext } from '@/lib/server/action-definition';
import { toAppError } from '@/lib/server/to-app-error';
import type { RunOutcome } from './schema';

type What = {
  kind: 'tool' | 'proxy';
  name: string;
  identifier?: string;
  connector?: string;
  accountId?: string;
};
type Told = { outcome: RunOutcome; status?: number; executionId?: string; requestId?: string };

/** Runs it and keeps who, when, what, whose account and how it ended; neither what went in nor what came out. */
export async function recordRun<Data>(
  context: ActionContext,
  what: What,
  run: () => Promise<Data>,
  tell: (data: Data) => Told,
): Promise<Data> {
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  try {
    const data = await run();
    await keep(context, what, tell(data), took());
    return data;
  } catch (cause) {
    await keep(context, what, toldOf(cause), took());
    throw cause;
  }
}

function toldOf(cause: unknown): Told {
  const error = toAppError(cause);
  const { requestId } = error;
  if (error instanceof ToolError) return { outcome: 'provider', executionId: error.executionId, requestId };
  if (error instanceof AccountError) return { outcome: 'account', requestId };
  if (error.unknown) return { outcome: 'unknown', requestId };
  return { outcome: error.code === 'invalid' ? 'input' : 'scalekit', requestId };
}

/** The run has happened: failing to write it down must not lose what came of it. */
async function keep({ environment, principal }: ActionContext, what: What, told: Told, took: number) {
  const { identifier, connector, accountId, ...rest } = what;
  const named = {
    identifier: identifier || null,
    connector: connector || null,
    accountId: accountId || null,
  };
  const actor = { actorId: principal.staffId, actorEmail: principal.email };
  try {
    await db().toolRun.create({ data: { environment, ...actor, ...rest, ...named, ...told, took } });
  } catch (err) {
    logger.error({ err }, 'A tool run could not be written down');
  }
}

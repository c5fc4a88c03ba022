import 'server-only';
import pg from 'pg';
import { z } from 'zod';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';

/** Rows that came in, somewhere: this process or another. Without a stream, rows of these ids in any. */
export type RowNotice = {
  environment: string;
  stream: 'event' | 'login' | 'change' | null;
  ids: string[];
  /** They were there before, and their outcome moved. */
  changed: boolean;
};

export type Listening = {
  onRows: (notices: RowNotice[]) => void;
  onSessionEnd: (sessionId: string) => void;
  /** Listening had stopped for a while and goes on: what came in meanwhile was not told. */
  onGap: () => void;
};

// `id` alone is what a process of an older version says.
const payload = z
  .object({
    environment: z.string(),
    stream: z.enum(['event', 'login', 'change']).nullable().default(null),
    id: z.string().optional(),
    ids: z.array(z.string()).default([]),
    changed: z.boolean().default(false),
  })
  .transform(({ id, ids, ...rest }) => ({ ...rest, ids: id === undefined ? ids : [id, ...ids] }));

/** Rows come in bursts; told together they cost one read. */
const gatherMs = 200;
const retryMs = { first: 1_000, most: 30_000 };

type State = {
  listeners: Set<Listening>;
  client: pg.Client | null;
  starting: Promise<void> | null;
  waiting: RowNotice[];
  flush: NodeJS.Timeout | null;
  delay: number;
};

// On the global object, since Next bundles this module more than once: one connection per process.
const holder = globalThis as typeof globalThis & { keydeskListener?: State };

function state(): State {
  holder.keydeskListener ??= {
    ...{ listeners: new Set(), client: null, starting: null },
    ...{ waiting: [], flush: null, delay: retryMs.first },
  };
  return holder.keydeskListener;
}

/**
 * Hears of new rows and ended sessions until the returned function is called. All who listen share the process's one
 * LISTEN connection; the last who leaves closes it.
 * @returns once listening has begun, or Postgres did not answer: then it is tried again, and `onGap` tells of success
 */
export async function listen(listening: Listening): Promise<() => void> {
  const { listeners } = state();
  listeners.add(listening);
  await start();
  return () => {
    listeners.delete(listening);
    if (listeners.size === 0) stop();
  };
}

async function start(): Promise<void> {
  const own = state();
  if (own.client) return;
  own.starting ??= connect().finally(() => {
    own.starting = null;
  });
  await own.starting;
}

async function connect(): Promise<void> {
  const own = state();
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: 'keydesk live',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on('notification', ({ channel, payload: text }) => take(channel, text ?? ''));
  client.on('error', (err) => lose(client, err));
  client.on('end', () => lose(client));
  try {
    await client.connect();
    await client.query('LISTEN activity; LISTEN session_ended');
    own.client = client;
    own.delay = retryMs.first;
    if (own.listeners.size === 0) stop();
  } catch (err) {
    void client.end().catch(() => undefined);
    again(err);
  }
}

function lose(client: pg.Client, err?: Error): void {
  const own = state();
  if (own.client !== client) return;
  own.client = null;
  void client.end().catch(() => undefined);
  again(err);
}

function again(err: unknown): void {
  const own = state();
  if (own.listeners.size === 0) return;
  logger.warn({ err }, 'The connection that hears of new activity is lost; it is opened again');
  setTimeout(async () => {
    if (own.client || own.listeners.size === 0) return;
    await start();
    if (own.client) for (const { onGap } of own.listeners) onGap();
  }, own.delay).unref();
  own.delay = Math.min(own.delay * 2, retryMs.most);
}

function stop(): void {
  const own = state();
  const { client } = own;
  own.client = null;
  if (own.flush) clearTimeout(own.flush);
  own.flush = null;
  own.waiting = [];
  void client?.end().catch(() => undefined);
}

function take(channel: string, text: string): void {
  const own = state();
  if (channel === 'session_ended') {
    for (const { onSessionEnd } of own.listeners) onSessionEnd(text);
    return;
  }
  const parsed = payload.safeParse(parseJson(text));
  if (!parsed.success) return;
  own.waiting.push(parsed.data);
  own.flush ??= setTimeout(() => {
    own.flush = null;
    const notices = own.waiting.splice(0);
    for (const { onRows } of own.listeners) onRows(notices);
  }, gatherMs);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

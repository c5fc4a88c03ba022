import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import autocannon from 'autocannon';
import { signWebhook } from '../emulator/webhooks/sign';
import { startPostgres } from '../scripts/postgres/start-postgres';
import { migrateDatabase } from '../scripts/stack/migrate-database';
import { startBareApp } from './bare-app';
import { type Figure, median } from './figure';
import { report, startBenchConsole } from './start-console';

/*
 * How fast the activity cache takes what comes.
 *
 * `ingest.reconciler`: rows a second of the reconciler's own step (make rows of a page of a hundred events, store them, tell
 * a listener that does nothing, move the cursor) over those of a bare `insert … unnest` of the same rows, ready made, in the
 * same pages, into a table of the same columns, partitions and indexes, taking turns on one throw-away Postgres. The
 * difference is what strips secrets, keeps each id once, notifies, and remembers the place. Scalekit's answers are left out.
 *
 * `ingest.webhooks`: signed webhooks a second, each a new event, stored before it is answered, over requests a second of
 * a Next app whose route handler does nothing; the same sender, ten connections, taking turns.
 */
const rounds = 5;
const seconds = 2;
const connections = 10;

/** Measures the reconciler's insert and the webhook endpoint. */
export async function measureIngest(): Promise<Figure[]> {
  return [await measureInsert(), await measureWebhooks()];
}

async function measureInsert(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-bench-'));
  const server = await startPostgres({ folder });
  try {
    await migrateDatabase(server.url('keydesk'));
    const flags = ['--conditions=react-server', '--import', 'tsx', 'bench/ingest-insert.ts'];
    const env = { ...process.env, KEYDESK_BENCH_DATABASE: server.url('keydesk') };
    const { stdout } = await promisify(execFile)(process.execPath, flags, { env });
    const { own, bare } = JSON.parse(stdout) as { own: number; bare: number };
    report(`reconciler: ${own.toFixed(0)} rows a second, a bare insert ${bare.toFixed(0)}`);
    return { name: 'ingest.reconciler', value: own / bare, atLeast: 0.5 };
  } finally {
    await server.stop();
    await rm(server.folder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureWebhooks(): Promise<Figure> {
  const stack = await startBenchConsole();
  const bareApp = await startBareApp();
  const targets = {
    own: `${stack.consoleUrl}/api/webhooks/scalekit/production`,
    empty: `${bareApp.url}empty`,
  };
  try {
    const rates: Record<keyof typeof targets, number[]> = { own: [], empty: [] };
    // The first round compiles and is left out.
    for (let round = -1; round < rounds; round += 1) {
      for (const name of ['own', 'empty'] as const) {
        const rate = await webhooksPerSecond(targets[name], stack.webhookSecret);
        if (round >= 0) rates[name].push(rate);
      }
    }
    const [own, empty] = [median(rates.own), median(rates.empty)];
    report(`webhooks: ${own.toFixed(0)} a second, an empty route handler ${empty.toFixed(0)}`);
    return { name: 'ingest.webhooks', value: own / empty, atLeast: 0.4 };
  } finally {
    await bareApp.stop();
    await stack.stop();
  }
}

let sent = 0;

async function webhooksPerSecond(url: string, secret: string): Promise<number> {
  const sign = (request: autocannon.Request): autocannon.Request => {
    sent += 1;
    const body = JSON.stringify(eventOf(sent));
    const [id, at] = [`msg_bench_${sent}`, Math.floor(Date.now() / 1000)];
    return {
      ...request,
      body,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(at),
        'webhook-signature': signWebhook(secret, id, at, body),
      },
    };
  };
  const requests = [{ method: 'POST' as const, setupRequest: sign }];
  const result = await autocannon({ url, requests, connections, duration: seconds });
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`${url} failed under load`);
  return result['2xx'] / result.duration;
}

function eventOf(index: number) {
  return {
    ...{ spec_version: '1', id: `evt_bench_${index}`, type: 'user.login', object: 'User' },
    ...{
      occurred_at: new Date().toISOString(),
      environment_id: 'env_1',
      organization_id: `org_${index % 50}`,
    },
    data: {
      user: { id: `usr_${index % 500}`, email: `person${index % 500}@customer.example` },
      user_session: {
        session_id: `ses_${index}`,
        status: 'ACTIVE',
        device: { browser: 'Firefox', os: 'Linux' },
      },
    },
    display_name: 'User Login',
  };
}

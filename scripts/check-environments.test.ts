import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type Emulator, startEmulator } from '@/emulator/start';
import type { ScalekitEnvironment } from '@/lib/env';
import { checkEnvironments } from './check-environments';
import { findFreePort } from './free-port';

let emulator: Emulator;
let good: ScalekitEnvironment;

beforeAll(async () => {
  emulator = await startEmulator({ scenario: 'empty' });
  const { url, clientId, clientSecret } = emulator;
  good = { name: 'production', isProduction: true, url, clientId, clientSecret };
});

afterAll(() => emulator.stop());

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

async function check(environment: ScalekitEnvironment): Promise<string> {
  const [line = ''] = await checkEnvironments([environment]);
  expect(line).not.toContain(environment.clientSecret);
  return line;
}

it('says that the credentials work', async () => {
  expect(await check(good)).toBe(`Scalekit production: ${good.url} takes the credentials.`);
});

it('says that the client secret is wrong', async () => {
  const line = await check({ ...good, clientSecret: 'not-the-secret' });
  expect(line).toMatch(
    /^WARNING: Scalekit production does not work .*refused Keydesk's credentials for production/,
  );
  expect(line).toContain('client id and client secret');
});

it('says that the environment cannot be reached', async () => {
  const url = `http://127.0.0.1:${await findFreePort()}`;
  expect(await check({ ...good, url })).toContain(
    `WARNING: Scalekit production does not work (${url}). Scalekit cannot be reached`,
  );
});

it('says that something else than Scalekit answers there', async () => {
  const url = await serve((_request, response) => response.end('<html>Welcome</html>'));
  expect(await check({ ...good, url })).toContain(
    'answered in a form that Keydesk does not understand (HTTP 200)',
  );
});

it('has a line for each environment, whatever becomes of the others', async () => {
  const lines = await checkEnvironments([{ ...good, name: 'eu', clientSecret: 'wrong' }, good]);
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['WARNING:', 'Scalekit']);
});

import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findFreePort, requireFreePort } from './free-port';
import { readStackSettings } from './stack/settings';

async function listen(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as { port: number }).port;
}

describe('requireFreePort', () => {
  it.each(['127.0.0.1', '0.0.0.0'])('names the port and its variable when %s is taken', async (host) => {
    const port = await listen(host);
    await expect(requireFreePort(port, 'the console', 'PORT')).rejects.toThrow(
      `Port ${port} for the console is taken by another program. Stop it, or set PORT to a free port.`,
    );
  });

  it('lets a free port pass, and leaves it free', async () => {
    const port = await findFreePort();
    await requireFreePort(port, 'the console', 'PORT');
    await expect(requireFreePort(port, 'the console', 'PORT')).resolves.toBeUndefined();
  });
});

describe('readStackSettings', () => {
  it('has defaults', () => {
    expect(readStackSettings({ PORT: '' })).toEqual({ port: 3000, emulatorPort: 4010, dataFolder: '.data' });
  });

  it.each([
    [{ PORT: 'http' }, 'PORT must be a port number.'],
    [{ PORT: '70000', EMULATOR_PORT: '0' }, 'PORT must be 65534 or less.\nEMULATOR_PORT must be 1 or more.'],
    [{ PORT: '4011' }, 'PORT must differ from EMULATOR_PORT and the port after it.'],
  ])('refuses %o', (source, sentence) => {
    expect(() => readStackSettings(source)).toThrow(sentence);
  });
});

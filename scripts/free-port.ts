import { once } from 'node:events';
import { createServer } from 'node:net';
import { ScriptError } from './script-error';

/** A port on loopback that nobody listens on now. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
  return address.port;
}

/**
 * Refuses to go on when a port is taken, before anything is started.
 * @throws ScriptError naming the port and the variable that chooses another
 */
export async function requireFreePort(port: number, what: string, variable: string): Promise<void> {
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
    const code = await tryListening(port, host);
    if (code === 'EADDRINUSE') {
      throw new ScriptError(
        `Port ${port} for ${what} is taken by another program. Stop it, or set ${variable} to a free port.`,
      );
    }
    if (code === 'EACCES') {
      throw new ScriptError(
        `Port ${port} for ${what} needs rights that you do not have. Set ${variable} to 1024 or more.`,
      );
    }
  }
}

async function tryListening(port: number, host: string): Promise<string | undefined> {
  const server = createServer().listen({ port, host, exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
  server.close();
  await once(server, 'close');
}

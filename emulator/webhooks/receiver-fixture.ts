import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it came. */
export type Received = { headers: IncomingHttpHeaders; body: string };

/** A receiver of webhooks that answers as it is told; null hangs. For tests. */
export class Receiver {
  readonly received: Received[] = [];
  answer: number | null = 201;
  private server: Server | undefined;

  async start(): Promise<string> {
    this.server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      this.received.push({ headers: request.headers, body });
      if (this.answer !== null) response.writeHead(this.answer, { location: '/elsewhere' }).end();
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hooks`;
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export type Message = { headers: IncomingHttpHeaders; body: string };

/** A receiver on loopback for tests: keeps what it gets, answers as it is told; 0 never answers. */
export class Receiver {
  readonly messages: Message[] = [];
  status = 200;
  headers: Record<string, string> = {};
  private server: Server | undefined;

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        this.messages.push({ headers: request.headers, body });
        if (this.status > 0) response.writeHead(this.status, this.headers).end();
      });
    });
    await new Promise<void>((ready) => this.server?.listen(0, '127.0.0.1', ready));
  }

  get url(): string {
    const address = this.server?.address() as AddressInfo | undefined;
    return `http://127.0.0.1:${address?.port}/activity`;
  }

  /** The lines of all messages, parsed. */
  get lines(): Record<string, unknown>[] {
    return this.messages.flatMap(({ body }) =>
      body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
  }

  clear(): void {
    this.messages.length = 0;
    this.status = 200;
    this.headers = {};
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

/** True when one of the signatures of a message is made with this secret. */
export function isSigned(secret: string, body: string, headers: Record<string, string>): boolean {
  const time = new Date(Number(headers['webhook-timestamp']) * 1000);
  const expected = new Webhook(secret).sign(headers['webhook-id'] ?? '', time, body);
  return (headers['webhook-signature'] ?? '').split(' ').includes(expected);
}

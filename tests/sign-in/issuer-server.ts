import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOauth } from '@/emulator/oauth/oauth';
import type { OauthClient, Person } from '@/emulator/oauth/types';

export const consoleOrigin = 'http://localhost:5661';

const webSecret = 'test_console+secret';

const web: OauthClient = {
  clientId: 'skc_console',
  acceptsSecret: (secret) => secret === webSecret,
  kind: 'web',
  callsApi: false,
  redirectUris: [`${consoleOrigin}/api/auth/callback/staff`],
  postLogoutRedirectUris: [`${consoleOrigin}/sign-out/done`],
};

/** The emulator's issuer over real HTTP on a free port, with people that a test may change. */
export class IssuerServer {
  readonly people: Person[] = [];
  private clockOffsetMs = 0;
  private ids = 0;
  private port = 0;
  /** Changes the metadata on its way out, to stand for other issuers. */
  metadata: (document: Record<string, unknown>) => Record<string, unknown> = (document) => document;
  /** Answers instead of the issuer's token endpoint, when set. */
  tokenFault: (() => Response) | null = null;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<IssuerServer> {
    const server = createServer();
    const issuer = new IssuerServer(server);
    await issuer.listen(0);
    const oauth = createOauth({
      issuer: () => issuer.origin,
      now: () => Date.now() + issuer.clockOffsetMs,
      newId: (prefix) => `${prefix}_${++issuer.ids}`,
      findApplication: (id) => [web].find(({ clientId }) => clientId === id),
      people: () => issuer.people,
    });
    server.on('request', async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const init = { method: incoming.method, headers: incoming.headers as Record<string, string> };
      const body = incoming.method === 'POST' ? { body: Buffer.concat(chunks) } : {};
      const request = new Request(issuer.origin + incoming.url, { ...init, ...body });
      const isToken = incoming.url === '/oauth/token';
      const fault = isToken ? issuer.tokenFault?.() : undefined;
      let response = fault ?? (await oauth.handle(request)) ?? new Response(null, { status: 404 });
      if (incoming.url?.startsWith('/.well-known/')) {
        response = Response.json(issuer.metadata(await response.json()));
      }
      const cookies = response.headers.getSetCookie();
      outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'set-cookie': cookies });
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    });
    return issuer;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** The settings that point the console here. */
  get settings(): Record<string, string> {
    return {
      NEXTAUTH_URL: consoleOrigin,
      STAFF_OIDC_ISSUER: this.origin,
      STAFF_OIDC_CLIENT_ID: web.clientId,
      STAFF_OIDC_CLIENT_SECRET: webSecret,
    };
  }

  add(name: string, claims: Record<string, unknown> = {}, extra: Partial<Person> = {}): Person {
    const email = `${name.toLowerCase()}@example.test`;
    const person = { subject: `usr_${name}`, email, emailVerified: true, name, claims, ...extra };
    this.people.push(person);
    return person;
  }

  /** Sets the issuer's clock off by this much; a console that trusts it blindly would notice nothing. */
  moveClock(milliseconds: number): void {
    this.clockOffsetMs = milliseconds;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

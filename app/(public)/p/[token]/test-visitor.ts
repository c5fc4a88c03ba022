import type { Emulator } from '@/emulator/start';
import { insertLink } from '@/lib/features/portal-links/test-rows';
import { CookieJar } from '@/tests/setup/cookie-jar';
import { POST as askForCode } from './code/route';
import { POST as openPortal } from './open/route';
import { GET as showPage } from './route';
import { POST as typeCode } from './verify/route';

export type Answer = { status: number; location: string | null; text: string };

type Handler = (request: Request, context: { params: Promise<{ token: string }> }) => Promise<Response>;

/** A customer's browser in front of the public page, with its own cookies. `use` says which browser is meant next. */
export class TestVisitor {
  readonly jar = new CookieJar();

  constructor(private readonly use: (jar: CookieJar) => void) {}

  page = (token: string) => this.send(showPage, 'GET', token);
  askForCode = (token: string, headers = {}) => this.send(askForCode, 'POST', token, '', headers);
  typeCode = (token: string, code: string, headers = {}) =>
    this.send(typeCode, 'POST', token, new URLSearchParams({ code }).toString(), headers);
  openPortal = (token: string) => this.send(openPortal, 'POST', token);

  private async send(handler: Handler, method: string, token: string, body?: string, headers = {}) {
    this.use(this.jar);
    const request = new Request(`http://localhost:9/p/${token}`, {
      method,
      headers: {
        ...{ host: 'localhost:9', origin: 'null', 'content-type': 'application/x-www-form-urlencoded' },
        ...headers,
      },
      body: method === 'GET' ? undefined : body,
    });
    const response = await handler(request, { params: Promise.resolve({ token }) });
    const { status } = response;
    return { status, location: response.headers.get('location'), text: await response.text() };
  }
}

let made = 0;

/** A link for a recipient of its own. One that is to be opened needs an organization that the emulator knows. */
export async function insertLinkFor(changes: Parameters<typeof insertLink>[0] = {}) {
  const recipientEmail = `jo${++made}@acme.example`;
  const link = await insertLink({ recipientName: 'Jo Reed', recipientEmail, ...changes });
  return { ...link, recipientEmail };
}

/** What arrived at an address, newest first. */
export function mailsTo(emulator: Emulator, address: string) {
  return emulator.store.mails
    .all()
    .filter(({ to }) => to.includes(address))
    .reverse();
}

/** The code of the newest mail to an address. */
export function codeFor(emulator: Emulator, address: string): string {
  const [mail] = mailsTo(emulator, address);
  const code = /^\d{6}$/m.exec(mail?.text ?? '')?.[0];
  if (!code) throw new Error(`No code was mailed to ${address}`);
  return code;
}

/** Another code than this one. */
export const notThis = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

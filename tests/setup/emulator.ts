import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { type Emulator, startEmulator } from '@/emulator/start';
import { scalekitClient } from '@/lib/scalekit/client';
import { callTimeoutMs } from './silence';

/**
 * Gives the test file an empty emulated Scalekit as its `production` environment. Call it at the top of the file:
 * it sets the settings before `env()` is first read. Faults are cleared after each test.
 * @param mail the console sends mail, into this emulator's mailbox
 * @returns the running emulator, to be used inside tests and hooks
 */
export function withEmulator({ mail = false } = {}): { readonly current: Emulator } {
  const holder: { current?: Emulator } = {};

  beforeAll(async () => {
    const emulator = await startEmulator({ scenario: 'empty', signingKey: inject('signingKey') });
    holder.current = emulator;
    process.env.SCALEKIT_PRODUCTION_URL = emulator.url;
    process.env.SCALEKIT_PRODUCTION_CLIENT_ID = emulator.clientId;
    process.env.SCALEKIT_PRODUCTION_CLIENT_SECRET = emulator.clientSecret;
    if (mail) {
      process.env.SMTP_URL = `smtp://${emulator.smtp.host}:${emulator.smtp.port}`;
      process.env.MAIL_FROM = 'Keydesk <keydesk@desk.example>';
    }
    process.env.SCALEKIT_TIMEOUT_MS = String(callTimeoutMs);
    // The first call makes a signing key and loads Prisma's compiler: on a busy machine that alone takes a second, or two.
    const warmUp = () => scalekitClient('production').organizations.listOrganization({ pageSize: 10 });
    await warmUp()
      .catch(warmUp)
      .catch(() => {});
    await refuseOneWrite(emulator);
    emulator.journal.clear();
  });

  afterEach(() => holder.current?.faults.clear());
  afterAll(() => holder.current?.stop());

  return holder as { current: Emulator };
}

/** The first write compiles the rules that it is checked by. One that they refuse leaves nothing behind. */
async function refuseOneWrite({ url, clientId, clientSecret }: Emulator): Promise<void> {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const answer = await fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
  const { access_token } = (await answer.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
  const refused = await fetch(`${url}/api/v1/organizations`, { method: 'POST', headers, body: '{}' });
  await refused.arrayBuffer();
}

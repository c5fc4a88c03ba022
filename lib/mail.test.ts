import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { withEmulator } from '@/tests/setup/emulator';
import type { Mail } from './mail';

const emulator = withEmulator();
const from = 'Keydesk <keydesk@desk.example>';
const mail: Mail = {
  to: { name: 'Jo "<x>" Reed, admin', address: 'jo@acme.example' },
  subject: 'Your code for <b>Acme</b>\r\nBcc: eve@elsewhere.example',
  parts: [
    '<script>1</script> & more.',
    { code: '012345' },
    { href: 'https://a.example/?a=1&b=2', label: 'Go' },
  ],
};

// Settings are read once per process: each test reads them anew.
async function mailFrom(url: string | undefined) {
  process.env.SMTP_URL = url ?? '';
  process.env.MAIL_FROM = url ? from : '';
  vi.resetModules();
  return import('./mail');
}

let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = undefined;
});

/** A mail server that says what it is told to, one answer for each line that comes. */
async function serve(answers: string[], timeoutMs = 300): Promise<string> {
  server = createServer((socket) => {
    sockets.add(socket);
    const left = [...answers];
    const say = () => {
      const line = left.shift();
      if (line) socket.write(`${line}\r\n`);
    };
    socket.on('data', say).on('error', () => {});
    say();
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return `smtp://127.0.0.1:${port}?socketTimeout=${timeoutMs}&greetingTimeout=${timeoutMs}`;
}

describe('a mail', () => {
  it('arrives as text and as escaped HTML, to one person, whatever their name holds', async () => {
    const { host, port } = emulator.current.smtp;
    const { isMailConfigured, sendMail } = await mailFrom(`smtp://${host}:${port}`);
    expect(isMailConfigured()).toBe(true);
    await sendMail(mail);
    const [arrived] = emulator.current.store.mails.all();
    expect(arrived).toMatchObject({ from: 'keydesk@desk.example', to: ['jo@acme.example'] });
    expect(arrived?.text.trim()).toBe(
      '<script>1</script> & more.\n\n012345\n\nGo:\nhttps://a.example/?a=1&b=2',
    );
    expect(arrived?.html).toContain('<p>&#60;script&#62;1&#60;/script&#62; &#38; more.</p>');
    expect(arrived?.html).toContain('href="https://a.example/?a=1&#38;b=2"');
    expect(arrived?.html).not.toMatch(/<script|<b>/);
  });

  it('is not sent where no server is set, and that is said', async () => {
    const { isMailConfigured, sendMail } = await mailFrom(undefined);
    expect(isMailConfigured()).toBe(false);
    await expect(sendMail(mail)).rejects.toMatchObject({ unknown: false, message: /no mail server/ });
  });
});

describe('a server that fails', () => {
  it.each([
    ['refuses the address', ['220 hi', '250 ok', '250 ok', '550 no such user'], /refused the address/],
    ['is not well', ['421 busy'], /took no mail/],
    ['refuses the text', ['220 hi', '250 ok', '250 ok', '250 ok', '354 go', '554 spam'], /took no mail/],
  ])('and %s has taken nothing', async (_how, answers, message) => {
    const { sendMail } = await mailFrom(await serve(answers));
    const error = await sendMail(mail).catch((reason) => reason);
    expect(error).toMatchObject({
      name: 'MailError',
      unknown: false,
      message: expect.stringMatching(message),
    });
    expect(error.message).not.toMatch(/jo@|no such user|spam/);
  });

  it('and does not listen has taken nothing', async () => {
    const { sendMail } = await mailFrom('smtp://127.0.0.1:9');
    await expect(sendMail(mail)).rejects.toMatchObject({ unknown: false });
  });

  it.each([
    ['before it greets', []],
    ['after it got the text', ['220 hi', '250 ok', '250 ok', '250 ok', '354 go']],
  ])('and falls silent %s may have taken it', async (_when, answers) => {
    const { sendMail } = await mailFrom(await serve(answers));
    await expect(sendMail(mail)).rejects.toMatchObject({ unknown: true, message: /did not answer in time/ });
  });
});

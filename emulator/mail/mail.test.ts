import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestEmulator } from '../test-client';
import { sendMail } from './send-mail';

let test: TestEmulator;
beforeAll(async () => {
  test = await TestEmulator.start();
});
afterAll(() => test.stop());
beforeEach(() => test.emulator.store.mails.clear());

const mails = async (query = '') => (await test.send('GET', `/__emulator/mails${query}`)).json.mails;
const transport = (extra = {}) => createTransport({ ...test.emulator.smtp, ...extra });
const get = async (path: string) => (await test.send('GET', path)).json as string;

describe('the SMTP sink', () => {
  it('takes a mail from any client and shows it in the mailbox', async () => {
    await transport().sendMail({
      from: 'Keydesk <desk@example.com>',
      to: 'jo@example.com',
      bcc: 'hidden@example.com',
      subject: 'Ünïcode ✓',
      text: 'Hello\n.dot line\nhttp://127.0.0.1:1/x?a=1&b=2',
      html: '<p>Hello</p>',
    });
    expect(await mails()).toEqual([
      {
        id: expect.stringMatching(/^mail_/),
        at: expect.stringMatching(/Z$/),
        from: 'desk@example.com',
        to: ['jo@example.com', 'hidden@example.com'],
        subject: 'Ünïcode ✓',
        text: expect.stringContaining('Hello\n.dot line\nhttp://127.0.0.1:1/x?a=1&b=2'),
        html: expect.stringContaining('<p>Hello</p>'),
      },
    ]);
  });

  it('takes any credentials, and listens on the loopback address only', async () => {
    const auth = { user: 'anyone', pass: 'anything' };
    await transport({ auth }).sendMail({ from: 'a@example.com', to: 'b@example.com', text: 'x' });
    expect(await mails()).toHaveLength(1);
    expect(test.emulator.smtp.host).toBe('127.0.0.1');
  });

  it('refuses what is too large', async () => {
    const text = 'x'.repeat(11 * 1024 * 1024);
    const sent = transport().sendMail({
      from: 'a@example.com',
      to: 'b@example.com',
      text,
      textEncoding: 'base64',
    });
    await expect(sent).rejects.toMatchObject({ responseCode: 552 });
    expect(await mails()).toEqual([]);
  });
});

describe('the mailbox page', () => {
  const send = (to: string, subject: string, text = 'text') =>
    sendMail(test.emulator.environment, { to, subject, text });

  it('lists, narrows and escapes', async () => {
    expect(await get('/mailbox')).toContain('No mail yet');
    send('jo@example.com', '<b>alpha</b>');
    send('mo@example.com', 'beta');
    const all = await get('/mailbox');
    expect(all).toContain('&lt;b&gt;alpha&lt;/b&gt;');
    expect(all.indexOf('beta')).toBeLessThan(all.indexOf('alpha'));
    const one = await get('/mailbox?to=MO@');
    expect(one).toContain('beta');
    expect(one).not.toContain('alpha');
    expect(await get('/mailbox?to=nobody')).toContain('No mail went to nobody');
  });

  it('pages', async () => {
    for (let index = 0; index < 60; index++) send('jo@example.com', `mail number ${index}.`);
    const first = await get('/mailbox');
    expect(first).toContain('mail number 59.');
    expect(first).not.toContain('mail number 9.');
    const older = /href="(\/mailbox\?[^"]+)">Older/.exec(first)?.[1] ?? '';
    expect(await get(older.replaceAll('&amp;', '&'))).toContain('mail number 9.');
  });

  it('shows a mail with links that work and markup that does not', async () => {
    const { id } = send('jo@example.com', 'Hi', 'Go to https://a.example/x?a=1&b=2 <script>');
    const html = await get(`/mailbox/${id}`);
    expect(html).toContain('<a href="https://a.example/x?a=1&amp;b=2">');
    expect(html).toContain('&lt;script&gt;');
    expect((await test.send('GET', '/mailbox/mail_0')).status).toBe(404);
  });

  it('shows HTML in a sandbox', async () => {
    const mail = { from: 'a@example.com', to: 'b@example.com', html: '<p>Hello</p><script>1</script>' };
    await transport().sendMail(mail);
    const [{ id }] = await mails();
    const { headers } = await test.send('GET', `/mailbox/${id}/html`);
    expect(headers.get('content-security-policy')).toMatch(/^sandbox [^;]*; default-src 'none'/);
    expect(headers.get('content-security-policy')).not.toContain('allow-scripts');
  });

  it('is emptied by its button, not by a page from elsewhere', async () => {
    send('jo@example.com', 'Hi');
    const foreign = await test.send('POST', '/mailbox', undefined, { origin: 'https://elsewhere.example' });
    expect(foreign.status).toBe(403);
    expect(await mails()).toHaveLength(1);
    expect((await test.send('POST', '/mailbox')).status).toBe(303);
    expect(await mails()).toEqual([]);
  });

  it('forgets the oldest beyond a thousand', async () => {
    for (let index = 0; index < 1001; index++) send('jo@example.com', String(index));
    const kept = await mails();
    expect(kept).toHaveLength(1000);
    expect(kept.at(-1).subject).toBe('1');
  });
});

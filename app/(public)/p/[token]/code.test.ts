import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db';
import { createTestOrganization } from '@/lib/features/portal-links/test-organization';
import { dumpDatabase, insertLink } from '@/lib/features/portal-links/test-rows';
import { logger } from '@/lib/logger';
import { MailError, sendMail } from '@/lib/mail';
import { switchOn } from '@/tests/setup/customer-visiting';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { whileFrozen } from '@/tests/setup/freeze';
import { codeFor, insertLinkFor, mailsTo, TestVisitor } from './test-visitor';

const { request } = vi.hoisted(() => ({ request: { jar: null as unknown } }));
vi.mock('next/headers', () => ({ cookies: async () => request.jar }));
vi.mock('@/lib/mail', async (load) => {
  const real = await load<typeof import('@/lib/mail')>();
  return { ...real, sendMail: vi.fn(real.sendMail) };
});

withTestDatabase();
const emulator = withEmulator({ mail: true });
const newBrowser = () =>
  new TestVisitor((jar) => {
    request.jar = jar;
  });

let browser: TestVisitor;
let logged: string[];
beforeEach(() => {
  browser = newBrowser();
  logged = [];
  for (const level of ['info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(logger, level).mockImplementation((...words: unknown[]) => {
      logged.push(JSON.stringify(words));
    });
  }
});

const noticesOf = (targetId: string) =>
  db().staffLog.findMany({ where: { targetId }, orderBy: { id: 'asc' } });
/** As a number of its own: six digits may stand by chance within an id or a hash. */
const wordOf = (code: string) => new RegExp(`(?<![0-9a-f.])${code}(?![0-9a-f])`);

describe('a link for a named person', () => {
  it('asks for no code during a freeze, unless the code also leads to a page of their own', async () => {
    const organizationId = await createTestOrganization();
    const link = await insertLinkFor({ organizationId });
    await whileFrozen(async () => {
      const paused = await browser.page(link.token);
      expect(paused.text).toContain('paused for the moment');
      expect(paused.text).not.toContain('<form');
      await switchOn(organizationId);
      expect((await browser.page(link.token)).text).toContain(`action="/p/${link.token}/code"`);
    });
  });

  it('asks for the mailed code before its button, with plain forms', async () => {
    const link = await insertLinkFor({ organizationId: await createTestOrganization() });
    const first = await browser.page(link.token);
    expect(first.status).toBe(200);
    expect(first.text).toContain('j•••@acme.example');
    expect(first.text).not.toMatch(/jo\d|Jo Reed|Open the setup portal|<script/);
    expect(first.text).toContain(`<form method="post" action="/p/${link.token}/code">`);
    expect(mailsTo(emulator.current, link.recipientEmail), 'looking sends nothing').toEqual([]);

    expect(await browser.askForCode(link.token)).toMatchObject({ status: 303, location: `/p/${link.token}` });
    const [mail] = mailsTo(emulator.current, link.recipientEmail);
    expect(mail).toMatchObject({ from: 'keydesk@desk.example' });
    expect(mail?.subject).not.toMatch(/\d{6}/);
    expect(mail?.text).not.toContain(link.token);
    const second = await browser.page(link.token);
    expect(second.text).toContain('autocomplete="one-time-code"');
    expect(second.text).not.toContain('Open the setup portal');

    const code = codeFor(emulator.current, link.recipientEmail);
    const typed = ` ${code.slice(0, 3)}-${code.slice(3)} `;
    expect(await browser.typeCode(link.token, typed)).toMatchObject({
      ...{ status: 303, location: `/p/${link.token}` },
    });
    expect((await browser.page(link.token)).text).toContain('Open the setup portal');
    const opened = await browser.openPortal(link.token);
    expect(opened.location).toContain('/magicLink/');

    expect((await noticesOf(link.id)).map(({ action, details }) => [action, details])).toEqual([
      ['portal_link.send_code', { outcome: 'sent' }],
      ['portal_link.verify_code', { outcome: 'right' }],
      ['portal_link.open', { outcome: 'opened' }],
    ]);
    expect(await dumpDatabase()).not.toMatch(wordOf(code));
    expect(logged.join('\n')).not.toMatch(wordOf(code));
  });

  it('counts and mints nothing for who has not typed it', async () => {
    const link = await insertLinkFor();
    const pressed = await browser.openPortal(link.token);
    expect(pressed).toMatchObject({ status: 303, location: `/p/${link.token}` });
    const { openCount } = await db().portalLink.findUniqueOrThrow({ where: { id: link.id } });
    expect(openCount).toBe(0);
    expect(
      emulator.current.journal
        .list('generatePortalLink')
        .filter(({ path }) => path.includes(link.organizationId)),
    ).toEqual([]);
  });

  it('opens in the browser that typed it and in no other', async () => {
    const link = await insertLinkFor();
    await browser.askForCode(link.token);
    await browser.typeCode(link.token, codeFor(emulator.current, link.recipientEmail));
    const other = newBrowser();
    expect((await other.page(link.token)).text).toContain('Send the code');
    expect(await other.openPortal(link.token)).toMatchObject({ location: `/p/${link.token}` });
  });

  it('asks nothing when it is older than recipients', async () => {
    const link = await insertLink();
    expect((await browser.page(link.token)).text).toContain('Open the setup portal');
    for (const { location } of [
      await browser.askForCode(link.token),
      await browser.typeCode(link.token, '1'),
    ]) {
      expect(location).toBe(`/p/${link.token}`);
    }
    expect(browser.jar.has('keydesk.visit')).toBe(false);
  });
});

describe('a mail that fails', () => {
  const smtp = { code: 'EENVELOPE', responseCode: 550, response: 'no such user jo@acme.example' };

  it('is said with a reference, and gives its code back when it surely did not leave', async () => {
    const link = await insertLinkFor();
    for (let round = 0; round < 6; round++) {
      const error = new MailError('The mail server refused the address.', false, { cause: smtp });
      vi.mocked(sendMail).mockRejectedValueOnce(error);
      const { status, text } = await browser.askForCode(link.token);
      expect(status).toBe(503);
      expect(text).toMatch(/The code was not sent[\s\S]+<code>kd_[0-9a-f-]{36}<\/code>[\s\S]+Send the code/);
    }
    expect(logged.join('\n')).toContain('EENVELOPE');
    expect(logged.join('\n')).not.toMatch(/jo@|no such user/);
    expect((await browser.askForCode(link.token)).status).toBe(303);
  });

  it('counts when nobody knows, and the code works should it arrive', async () => {
    const link = await insertLinkFor();
    let code = '';
    vi.mocked(sendMail).mockImplementationOnce(async ({ parts }) => {
      code = parts.flatMap((part) => (typeof part === 'object' && 'code' in part ? part.code : []))[0] ?? '';
      throw new MailError('The mail server did not answer in time.', true);
    });
    const { status, text } = await browser.askForCode(link.token);
    expect(status).toBe(503);
    expect(text).toMatch(/may not have been sent[\s\S]+it is unknown[\s\S]+one-time-code/);
    expect(logged.join('\n')).not.toMatch(wordOf(code));
    expect((await browser.typeCode(link.token, code)).status).toBe(303);
  });
});

it.each(['askForCode', 'typeCode'] as const)('another site cannot press %s', async (act) => {
  const link = await insertLinkFor();
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    const answer =
      act === 'askForCode'
        ? await browser.askForCode(link.token, headers)
        : await browser.typeCode(link.token, '000000', headers);
    expect(answer.status).toBe(403);
  }
  expect(await db().portalLinkCode.count({ where: { linkId: link.id } })).toBe(0);
});

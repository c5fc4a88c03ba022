import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { codeFor, insertLinkFor, mailsTo, notThis, TestVisitor } from './test-visitor';

const { request } = vi.hoisted(() => ({ request: { jar: null as unknown } }));
vi.mock('next/headers', () => ({ cookies: async () => request.jar }));

withTestDatabase();
const emulator = withEmulator({ mail: true });
const newBrowser = () =>
  new TestVisitor((jar) => {
    request.jar = jar;
  });

let browser: TestVisitor;
let link: Awaited<ReturnType<typeof insertLinkFor>>;
let code: string;
beforeEach(async () => {
  browser = newBrowser();
  link = await insertLinkFor();
  await browser.askForCode(link.token);
  code = codeFor(emulator.current, link.recipientEmail);
});

const wrongWords = 'That code is wrong or works no longer.';
const codesOf = (linkId: string) =>
  db().portalLinkCode.findMany({ where: { linkId }, orderBy: { createdAt: 'asc' } });
const age = (minutes: number) => {
  const ms = minutes * 60_000;
  return db().$executeRaw`UPDATE portal_link_code SET created_at = created_at - ${ms} * interval '1 ms',
    expires_at = expires_at - ${ms} * interval '1 ms' WHERE link_id = ${link.id}::uuid`;
};

async function expectRefused(typed: string, who = browser, token = link.token): Promise<void> {
  const { status, text } = await who.typeCode(token, typed);
  expect(status).toBe(422);
  expect(text.replaceAll(/\s+/g, ' ')).toContain(wrongWords);
  expect(who.jar.has('keydesk.visit')).toBe(false);
  expect((await who.openPortal(token)).location).toBe(`/p/${token}`);
}

describe('a code', () => {
  it('works for ten minutes', async () => {
    await age(10);
    await expectRefused(code);
    expect((await browser.page(link.token)).text).toContain('Send the code');
  });

  it('works once', async () => {
    expect((await browser.typeCode(link.token, code)).status).toBe(303);
    await expectRefused(code, newBrowser());
  });

  it('lets one in of twenty who type it at once', async () => {
    const all = Array.from({ length: 20 }, newBrowser);
    const answers = await Promise.all(all.map((one) => one.typeCode(link.token, code)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await db().portalLinkVisit.count({ where: { linkId: link.id } })).toBe(1);
  });

  it('is ended by the next', async () => {
    await browser.askForCode(link.token);
    const next = codeFor(emulator.current, link.recipientEmail);
    if (next !== code) await expectRefused(code);
    expect((await browser.typeCode(link.token, next)).status).toBe(303);
  });

  it('of another link opens nothing, and neither does the visit of another link', async () => {
    const other = await insertLinkFor();
    await browser.askForCode(other.token);
    if (codeFor(emulator.current, other.recipientEmail) !== code) {
      await expectRefused(code, browser, other.token);
    }
    await browser.typeCode(link.token, code);
    expect((await browser.openPortal(other.token)).location).toBe(`/p/${other.token}`);
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', "' OR 1=1 --", 'x'.repeat(5_000)])(
    'is not %j, which spends no try',
    async (typed) => {
      await expectRefused(typed);
      expect(await codesOf(link.id)).toMatchObject([{ tries: 0 }]);
    },
  );

  it('says nothing for a link that is dead by now', async () => {
    await db().portalLink.update({ where: { id: link.id }, data: { revokedAt: new Date() } });
    expect((await browser.typeCode(link.token, code)).status).toBe(410);
    expect((await browser.askForCode(link.token)).status).toBe(410);
    expect((await browser.typeCode('A'.repeat(43), code)).status).toBe(404);
    expect((await browser.askForCode('A'.repeat(43))).status).toBe(404);
  });
});

describe('guessing', () => {
  it('ends after five tries, also when the sixth is right', async () => {
    for (let round = 0; round < 5; round++) await expectRefused(notThis(code));
    await expectRefused(code);
    expect(await codesOf(link.id)).toMatchObject([{ tries: 5, usedAt: null }]);
  });

  it('may be right at the fifth', async () => {
    for (let round = 0; round < 4; round++) await expectRefused(notThis(code));
    expect((await browser.typeCode(link.token, code)).status).toBe(303);
  });

  it('gets no more tries by being done at once', async () => {
    const guesses = Array.from({ length: 40 }, () => newBrowser().typeCode(link.token, notThis(code)));
    expect((await Promise.all(guesses)).every(({ status }) => status === 422)).toBe(true);
    expect(await codesOf(link.id)).toMatchObject([{ tries: 5 }]);
    await expectRefused(code);
    const tried = { targetId: link.id, action: 'portal_link.verify_code' };
    expect(await db().staffLog.count({ where: tried }), 'what spent no try fills no log').toBe(5);
  });
});

describe('asking for codes', () => {
  it('ends at five an hour, says when it goes on, and then does', async () => {
    for (let round = 0; round < 4; round++) {
      expect((await browser.askForCode(link.token)).status).toBe(303);
    }
    const { status, text } = await browser.askForCode(link.token);
    expect(status).toBe(429);
    expect(text).toMatch(/No more codes for now[\s\S]+sent from \d+ \w+ \d{4}, [\d:]+ UTC on/);
    expect(mailsTo(emulator.current, link.recipientEmail)).toHaveLength(5);
    const last = codeFor(emulator.current, link.recipientEmail);
    await age(61);
    expect((await browser.askForCode(link.token)).status).toBe(303);
    if (codeFor(emulator.current, link.recipientEmail) !== last) await expectRefused(last);
  });

  it('sends no more by being done at once', async () => {
    const asked = await Promise.all(Array.from({ length: 20 }, () => newBrowser().askForCode(link.token)));
    expect(asked.filter(({ status }) => status === 303)).toHaveLength(4);
    expect(mailsTo(emulator.current, link.recipientEmail)).toHaveLength(5);
    const now = new Date();
    const live = (await codesOf(link.id)).filter(({ expiresAt }) => expiresAt > now);
    expect(live).toHaveLength(1);
  });
});

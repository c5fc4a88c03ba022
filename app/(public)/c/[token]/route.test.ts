import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import {
  createDurableLink,
  deleteConnectedAccount,
  disconnectConnectedAccount,
  revokeDurableLink,
} from '@/lib/features/connected-accounts/actions';
import { listDurableLinks } from '@/lib/features/connected-accounts/queries';
import { newAccount } from '@/lib/features/connected-accounts/test-accounts';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { whileFrozen } from '@/tests/setup/freeze';
import { testPrincipal } from '@/tests/setup/principal';
import { whileSilent } from '@/tests/setup/silence';
import { failureOf, write } from '@/tests/setup/write';
import { POST as sendCode } from './code/route';
import { POST as open } from './open/route';
import { GET as look } from './route';

withTestDatabase();
const emulator = withEmulator({ mail: true });

const operation = 'connectedAccounts.getMagicLinkForConnectedAccount';

async function newLink(change: object = {}) {
  const { accountId, identifier } = await newAccount();
  const named = { accountId, organizationId: '' };
  const input = { ...named, recipientEmail: identifier, expiresInDays: 7, openLimit: 2, ...change };
  const { linkId, url } = await write(createDurableLink, input);
  emulator.current.journal.clear();
  return { ...named, linkId, token: url.slice(-43), recipientEmail: identifier };
}

function call(handle: typeof look, token: string, form?: Record<string, string>, headers?: HeadersInit) {
  const request = new Request('http://localhost/c/x', {
    method: form ? 'POST' : 'GET',
    body: form && new URLSearchParams(form),
    headers,
  });
  return handle(request, { params: Promise.resolve({ token }) });
}

/** Asks for a code and reads it from the recipient's mail. */
async function fetchCode({ token, recipientEmail }: { token: string; recipientEmail: string }) {
  expect((await call(sendCode, token, {})).status).toBe(303);
  const to = encodeURIComponent(recipientEmail);
  const answer = await fetch(`${emulator.current.url}/__emulator/mails?to=${to}`);
  const { mails } = (await answer.json()) as { mails: { text: string }[] };
  return /^\d{6}$/m.exec(mails[0]?.text ?? '')?.[0] ?? '';
}

const rowOf = (linkId: string) => db().accountLink.findUniqueOrThrow({ where: { id: linkId } });

describe('a durable link to connect an account', () => {
  it('mints nothing for who looks, and leads on who has the mailed code, once', async () => {
    const link = await newLink();
    const page = await call(look, link.token);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const text = await page.text();
    expect(text).toContain('Send the code');
    expect(text).not.toContain(link.recipientEmail);
    expect(emulator.current.journal.list(operation)).toEqual([]);
    const code = await fetchCode(link);
    expect(await (await call(look, link.token)).text()).toContain('name="code"');
    const opened = await call(open, link.token, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(opened.status).toBe(303);
    expect(opened.headers.get('location')).toMatch(/\/connect\/[0-9a-f-]{36}$/);
    expect((await call(open, link.token, { code })).status).toBe(422);
    expect(await rowOf(link.linkId)).toMatchObject({ openCount: 1, codeHash: null });
    const notices = await db().staffLog.findMany({ where: { targetId: link.accountId, kind: 'notice' } });
    expect(notices.map(({ details }) => (details as { outcome: string }).outcome)).toEqual([
      'code_sent',
      'begun',
      'opened',
    ]);
    expect(JSON.stringify(notices.map(({ details }) => details))).not.toContain(link.token);
  });

  it('gives a code five tries and an hour five codes', async () => {
    const link = await newLink();
    const code = await fetchCode(link);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) await call(open, link.token, { code: wrong });
    expect((await call(open, link.token, { code })).status).toBe(422);
    for (let codes = 1; codes < 5; codes += 1) await fetchCode(link);
    expect((await call(sendCode, link.token, {})).status).toBe(429);
    expect(emulator.current.journal.list(operation)).toEqual([]);
  });

  it('gives the open back when Scalekit refuses, and not when it is silent', async () => {
    const link = await newLink();
    emulator.current.faults.add({ operation, status: 500 });
    expect((await call(open, link.token, { code: await fetchCode(link) })).status).toBe(503);
    expect(await rowOf(link.linkId)).toMatchObject({ openCount: 0 });
    emulator.current.faults.clear();
    const code = await fetchCode(link);
    const act = () => call(open, link.token, { code });
    expect((await whileSilent(emulator.current, operation, act)).status).toBe(503);
    expect(await rowOf(link.linkId)).toMatchObject({ openCount: 1 });
  });

  it('opens nothing when made up, withdrawn, expired, used up or posted by another site', async () => {
    expect((await call(look, 'made-up')).status).toBe(404);
    const foreign = await call(open, 'x'.repeat(43), {}, { origin: 'https://elsewhere.example' });
    expect(foreign.status).toBe(403);
    const [withdrawn, expired, used] = [await newLink(), await newLink(), await newLink()];
    const { token: _token, recipientEmail: _email, ...named } = withdrawn;
    await write(revokeDurableLink, named);
    await db().accountLink.update({ where: { id: expired.linkId }, data: { expiresAt: new Date(0) } });
    await db().accountLink.update({ where: { id: used.linkId }, data: { openCount: 2 } });
    for (const { token } of [withdrawn, expired, used]) {
      expect((await call(look, token)).status).toBe(410);
      expect((await call(sendCode, token, {})).status).toBe(410);
      expect((await call(open, token, { code: '123456' })).status).toBe(410);
    }
    expect(emulator.current.journal.list(operation)).toEqual([]);
  });
});

describe('createDurableLink and revokeDurableLink', () => {
  it('keep the hash alone, list the link, and refuse what is no address', async () => {
    const { token, linkId, recipientEmail, ...named } = await newLink();
    expect(JSON.stringify(await db().accountLink.findMany())).not.toContain(token);
    const rows = await runQuery(listDurableLinks.definition, 'production', testPrincipal(), named);
    expect(rows).toMatchObject([{ linkId, state: 'active', recipientEmail, openCount: 0, openLimit: 2 }]);
    const wrong = { ...named, recipientEmail: 'ada', expiresInDays: 31, openLimit: 0 };
    const { fieldErrors } = await failureOf(write(createDurableLink, wrong));
    expect(Object.keys(fieldErrors ?? {})).toEqual(['recipientEmail', 'expiresInDays', 'openLimit']);
  });

  it('wait for the end of a freeze: neither an open nor the code is spent', async () => {
    const link = await newLink();
    const code = await fetchCode(link);
    await whileFrozen(async () => {
      const page = await (await call(look, link.token)).text();
      expect(page).toContain('paused for the moment');
      expect(page).not.toContain('<form');
      expect(await (await call(open, link.token, { code })).text()).toContain('paused for the moment');
      expect(emulator.current.journal.list(operation)).toEqual([]);
      expect(await rowOf(link.linkId)).toMatchObject({ openCount: 0 });
    });
    expect((await call(open, link.token, { code })).status).toBe(303);
  });

  it('mail no code during a freeze: it could not be typed anywhere', async () => {
    const link = await newLink();
    await whileFrozen(async () => {
      expect((await call(sendCode, link.token, {})).status).toBe(303);
      expect(await rowOf(link.linkId)).toMatchObject({ codeHash: null });
    });
    expect(await fetchCode(link)).toMatch(/^\d{6}$/);
  });

  it('end with the account: disconnecting withdraws them, deleting takes them away', async () => {
    const { token, linkId, recipientEmail, ...named } = await newLink();
    await write(disconnectConnectedAccount, named);
    expect((await call(look, token)).status).toBe(410);
    const lead = testPrincipal({ role: 'lead' });
    await write(deleteConnectedAccount, { ...named, confirmName: recipientEmail }, lead);
    expect(await db().accountLink.findUnique({ where: { id: linkId } })).toBeNull();
    expect((await call(look, token)).status).toBe(404);
  });

  it('are refused to a viewer, to who is limited to other customers, and of an account that is gone', async () => {
    const { token: _token, linkId, ...input } = await newLink();
    const viewer = testPrincipal({ role: 'viewer' });
    expect((await failureOf(write(createDurableLink, input, viewer))).code).toBe('forbidden');
    expect((await failureOf(write(revokeDurableLink, { ...input, linkId }, viewer))).code).toBe('forbidden');
    const limited = testPrincipal({ customers: new Set() });
    expect((await failureOf(write(createDurableLink, input, limited))).code).toBe('forbidden');
    const gone = { ...input, accountId: 'ca_404' };
    expect((await failureOf(write(createDurableLink, gone))).code).toBe('not_found');
    expect((await failureOf(write(revokeDurableLink, { ...gone, linkId }))).code).toBe('not_found');
  });
});

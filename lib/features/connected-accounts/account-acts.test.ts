import { describe, expect, it } from 'vitest';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { whileSilent } from '@/tests/setup/silence';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import {
  createMagicLink,
  deleteConnectedAccount,
  revealCredentials,
  sendNewLink,
  verifyConnectedAccountUser,
} from './actions';
import { getConnectedAccount } from './queries';
import { admin, lead, newAccount, newOrganization, tokens } from './test-accounts';

withTestDatabase();
const emulator = withEmulator({ mail: true });

const get = (accountId: string) =>
  runQuery(getConnectedAccount.definition, 'production', testPrincipal(), { accountId });
const pending = async () => ({ accountId: (await newAccount()).accountId, organizationId: '' });

/** Consents at the page behind a link, and returns where the person is sent. */
async function consent(link: string): Promise<string> {
  const body = new URLSearchParams({ decision: 'allow' });
  const answer = await fetch(link, { method: 'POST', body, redirect: 'manual' });
  return answer.headers.get('location') ?? '';
}

describe('createMagicLink', () => {
  it('gives a link that lives for minutes and connects the account; the log has no part of it', async () => {
    const somebody = testPrincipal();
    const one = await pending();
    const made = await write(createMagicLink, one, somebody);
    expect(made.livesMs).toBeGreaterThan(60_000);
    await consent(made.link);
    expect(await get(one.accountId)).toMatchObject({ status: 'ACTIVE' });
    expect(JSON.stringify(await logOf(somebody))).not.toContain(made.link.slice(-12));
  });

  it.each(['ftp://app.example', 'app.example/verify', 'https://'])('refuses %s', async (userVerifyUrl) => {
    const input = { accountId: 'ca_1', organizationId: '', userVerifyUrl };
    expect(Object.keys((await failureOf(write(createMagicLink, input))).fieldErrors ?? {})).toEqual([
      'userVerifyUrl',
    ]);
  });

  itFailsInWords({
    action: createMagicLink,
    emulator,
    operation: 'connectedAccounts.getMagicLinkForConnectedAccount',
    input: pending,
  });
});

describe('sendNewLink', () => {
  it('mails the person whose account it is', async () => {
    const { accountId, identifier } = await newAccount();
    const sent = await write(sendNewLink, { accountId, organizationId: '' });
    expect(sent).toMatchObject({ mailedTo: identifier });
    expect(JSON.stringify(sent)).not.toContain('/connect/');
    const answer = await fetch(
      `${emulator.current.url}/__emulator/mails?to=${encodeURIComponent(identifier)}`,
    );
    const { mails } = (await answer.json()) as { mails: { text: string }[] };
    await consent(/^http\S+$/m.exec(mails[0]?.text ?? '')?.[0] ?? '');
    expect(await get(accountId)).toMatchObject({ status: 'ACTIVE' });
  });

  it('hands the link back where there is no address', async () => {
    const { accountId } = await newAccount({ identifier: 'customer-4711' });
    const sent = await write(sendNewLink, { accountId, organizationId: '' });
    expect(sent).toMatchObject({ mailedTo: null, problem: expect.stringMatching(/no e-mail address/) });
  });

  itFailsInWords({
    action: sendNewLink,
    emulator,
    operation: 'connectedAccounts.getMagicLinkForConnectedAccount',
    input: pending,
  });
});

describe('verifyConnectedAccountUser', () => {
  const verifyUrl = 'https://app.heronsgate.example/verify';
  const waiting = async () => {
    const one = await pending();
    const { link } = await write(createMagicLink, { ...one, state: 's-1', userVerifyUrl: verifyUrl });
    const target = new URL(await consent(link));
    expect(target.searchParams.get('state')).toBe('s-1');
    return { ...one, authRequestId: target.searchParams.get('auth_request_id') ?? '' };
  };

  it('makes the account active once, for a lead; the log does not get the request', async () => {
    const somebody = testPrincipal({ role: 'lead' });
    const one = await waiting();
    expect(await get(one.accountId)).toMatchObject({ status: 'PENDING_VERIFICATION' });
    expect((await failureOf(write(verifyConnectedAccountUser, one))).code).toBe('forbidden');
    await write(verifyConnectedAccountUser, one, somebody);
    expect(await get(one.accountId)).toMatchObject({ status: 'ACTIVE' });
    expect((await failureOf(write(verifyConnectedAccountUser, one, lead))).code).toBe('not_found');
    expect(JSON.stringify(await logOf(somebody))).not.toContain(one.authRequestId);
  });

  it("refuses a request of somebody else's account, and an empty one", async () => {
    const { authRequestId } = await waiting();
    const other = await pending();
    const call = write(verifyConnectedAccountUser, { ...other, authRequestId }, lead);
    expect((await failureOf(call)).code).toBe('forbidden');
    const empty = await failureOf(write(verifyConnectedAccountUser, { ...other, authRequestId: ' ' }, lead));
    expect(empty.fieldErrors).toHaveProperty('authRequestId');
  });

  itFailsInWords({
    action: verifyConnectedAccountUser,
    emulator,
    operation: 'connectedAccounts.verifyConnectedAccountUser',
    input: waiting,
    principal: { role: 'lead' },
  });
});

describe('deleteConnectedAccount', () => {
  const input = async () => {
    const { accountId, identifier } = await newAccount();
    return { accountId, organizationId: '', confirmName: identifier };
  };

  it('takes it away once its identifier was typed', async () => {
    const one = await input();
    const wrong = await failureOf(write(deleteConnectedAccount, { ...one, confirmName: 'ada' }, lead));
    expect(wrong.fieldErrors?.confirmName).toContain(one.confirmName);
    expect((await failureOf(write(deleteConnectedAccount, one))).code).toBe('forbidden');
    await write(deleteConnectedAccount, one, lead);
    expect((await failureOf(write(deleteConnectedAccount, one, lead))).code).toBe('not_found');
  });

  itFailsInWords({
    action: deleteConnectedAccount,
    emulator,
    operation: 'connectedAccounts.deleteConnectedAccount',
    input,
    principal: { role: 'lead' },
  });
});

describe('revealCredentials', () => {
  const operation = 'connectedAccounts.getConnectedAccountAuth';
  const active = async () => ({
    accountId: (await newAccount(tokens)).accountId,
    organizationId: '',
    reason: 'The provider asked which token it was.',
  });

  it('shows them to an admin who has just signed in, after the log has it', async () => {
    const somebody = testPrincipal({ role: 'admin' });
    const one = await active();
    expect(await write(revealCredentials, one, somebody)).toEqual([
      { label: 'Access token', value: 'live-access-1', secret: true },
      { label: 'Refresh token', value: 'live-refresh-1', secret: true },
      { label: 'Scopes', value: 'crm.read crm.write', secret: false },
    ]);
    const log = await logOf(somebody);
    expect(log).toMatchObject([
      { kind: 'intent', targetId: one.accountId },
      { kind: 'outcome', outcome: 'ok' },
    ]);
    expect(JSON.stringify(log)).not.toContain('live-');
  });

  it.each([
    ['support', { role: 'support' as const }, 'forbidden'],
    ['a lead in production', { role: 'lead' as const }, 'forbidden'],
    ['an admin whose sign-in is old', { role: 'admin' as const, authTime: null }, 'unauthenticated'],
  ])('refuses %s, and asks for nothing', async (_name, person, code) => {
    const one = await active();
    emulator.current.journal.clear();
    expect((await failureOf(write(revealCredentials, one, testPrincipal(person)))).code).toBe(code);
    expect(emulator.current.journal.list(operation)).toEqual([]);
  });

  it('asks why, and keeps to the customer that was named', async () => {
    const one = await active();
    const why = await failureOf(write(revealCredentials, { ...one, reason: '' }, admin));
    expect(why.fieldErrors).toHaveProperty('reason');
    const other = { ...one, organizationId: await newOrganization() };
    emulator.current.journal.clear();
    expect((await failureOf(write(revealCredentials, other, admin))).code).toBe('not_found');
    expect(emulator.current.journal.list(operation)).toEqual([]);
  });

  it.each([
    [404, 'not_found'],
    [409, 'conflict'],
    [429, 'rate_limited'],
    [500, 'unavailable'],
    [null, 'unavailable'],
  ])('says in words what an upstream %s means', async (status, code) => {
    const one = await active();
    const act = () => write(revealCredentials, one, admin);
    if (status) emulator.current.faults.add({ operation, status });
    const error = await failureOf(status ? act() : whileSilent(emulator.current, operation, act));
    expect(error.code).toBe(code);
    expect(error.message).not.toContain('live-');
  });
});

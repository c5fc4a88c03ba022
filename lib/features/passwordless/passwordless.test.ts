import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { resendPasswordless, sendPasswordless, verifyPasswordless } from './actions';
import { readLinkToken } from './schema';

withTestDatabase();
const emulator = withEmulator();

const lead = testPrincipal({ role: 'lead' });
const admin = testPrincipal({ role: 'admin' });
const mail = (change: object = {}) => ({
  email: `jo-${randomUUID().slice(0, 8)}@example.com`,
  template: 'SIGNIN' as const,
  magiclinkAuthUri: 'https://app.example/verify',
  ...{ state: 'st', expiresIn: '' as const, templateVariables: [] },
  ...change,
});
const proof = { authRequestId: '', code: '', linkToken: '', reason: 'ticket 4711' };

async function send(change: object = {}) {
  const sent = await write(sendPasswordless, mail(change), lead);
  return { ...sent, ...lastMail() };
}
function lastMail() {
  const text = emulator.current.store.mails.all().at(-1)?.text ?? '';
  const [, code = ''] = /code is (\w+)\./.exec(text) ?? [];
  const [, link = ''] = /Open (\S+)/.exec(text) ?? [];
  return { code, link };
}
const refusal = (input: object) => failureOf(write(verifyPasswordless, { ...proof, ...input }, admin));

describe('sendPasswordless', () => {
  it('mails, says how long it lives, and logs to whom', async () => {
    const somebody = testPrincipal({ role: 'lead' });
    const input = mail({ expiresIn: '60', templateVariables: [{ key: 'company', value: 'Heronsgate' }] });
    const sent = await write(sendPasswordless, input, somebody);
    expect(sent).toEqual({ authRequestId: expect.anything(), livesMs: 60_000, type: 'LINK_OTP' });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', targetId: input.email, details: { template: 'SIGNIN' } },
      { kind: 'outcome', outcome: 'ok' },
    ]);
    expect(emulator.current.store.mails.all().at(-1)?.text).toContain('company: Heronsgate');
  });

  it('is for leads in production', async () => {
    const error = await failureOf(write(sendPasswordless, mail()));
    expect(error.message).toMatch(/in production/);
    await write(sendPasswordless, mail(), testPrincipal({ inProduction: false }));
  });

  it('puts a variable that the template fills in itself beside its list', async () => {
    const reserved = mail({ templateVariables: [{ key: 'otp', value: '1' }] });
    const error = await failureOf(write(sendPasswordless, reserved, lead));
    expect(error.fieldErrors?.templateVariables).toMatch(/reserved/i);
  });

  it.each<[string, object, string]>([
    ['no address', { email: 'jo' }, 'email'],
    ['an address of a link that is none', { magiclinkAuthUri: 'javascript:1' }, 'magiclinkAuthUri'],
    ['a life of a second', { expiresIn: '1' }, 'expiresIn'],
    ['a template that there is not', { template: 'OTHER' }, 'template'],
  ])('refuses %s beside the field', async (_name, change, field) => {
    const error = await failureOf(write(sendPasswordless, mail(change), lead));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  itFailsInWords({
    action: sendPasswordless,
    emulator,
    operation: 'passwordless.sendPasswordlessEmail',
    input: async () => mail(),
    principal: { role: 'lead' },
  });
});

describe('resendPasswordless', () => {
  it('sends a new code under the same id; the one before is over', async () => {
    const first = await send();
    const { authRequestId } = await write(resendPasswordless, first, lead);
    const second = lastMail();
    expect((await refusal({ linkToken: first.link })).fieldErrors?.linkToken).toMatch(/resend may have/);
    const proved = await write(verifyPasswordless, { ...proof, authRequestId, code: second.code }, admin);
    expect(proved.provedBy).toBe('OTP');
  });

  it('says what to do at the limit, and of an id that there is not', async () => {
    const { authRequestId } = await send();
    emulator.current.faults.add({ operation: 'passwordless.resendPasswordlessEmail', status: 429 });
    const limit = await failureOf(write(resendPasswordless, { authRequestId }, lead));
    expect(limit).toMatchObject({ code: 'rate_limited', message: expect.stringMatching(/Wait a minute/) });
    await db().apiBudget.deleteMany();
    emulator.current.faults.clear();
    const unknown = await failureOf(write(resendPasswordless, { authRequestId: 'none' }, lead));
    expect(unknown.fieldErrors?.authRequestId).toMatch(/Send a new one/);
  });

  itFailsInWords({
    action: resendPasswordless,
    emulator,
    operation: 'passwordless.resendPasswordlessEmail',
    input: async () => {
      await db().apiBudget.deleteMany();
      return { authRequestId: (await send()).authRequestId };
    },
    principal: { role: 'lead' },
  });
});

describe('verifyPasswordless', () => {
  it('says whose address it proves, and keeps neither input nor output', async () => {
    await db().apiBudget.deleteMany();
    const somebody = testPrincipal({ role: 'admin' });
    const { authRequestId, code } = await send({ email: 'ines@customer.example' });
    expect(await write(verifyPasswordless, { ...proof, authRequestId, code }, somebody)).toEqual({
      ...{ email: 'ines@customer.example', state: 'st', template: 'SIGNIN', provedBy: 'OTP' },
    });
    const [intent, outcome] = await logOf(somebody);
    expect(intent).toMatchObject({ targetId: null, details: { by: 'code' } });
    expect(outcome).toMatchObject({ outcome: 'ok' });
    expect(JSON.stringify([intent, outcome])).not.toMatch(/ines|st"/);
    const used = await refusal({ authRequestId, code });
    expect(used.message).toMatch(/used already/);
  });

  it('takes the whole address of a link', async () => {
    const { link } = await send();
    expect(await write(verifyPasswordless, { ...proof, linkToken: link }, admin)).toMatchObject({
      provedBy: 'LINK',
    });
  });

  it('tells a wrong code, too many tries and an expired one apart', async () => {
    const { authRequestId, code } = await send({ expiresIn: '60' });
    for (let tried = 0; tried < 5; tried += 1)
      expect((await refusal({ authRequestId, code: 'wrong' })).fieldErrors?.code).toMatch(/Five tries/);
    expect((await refusal({ authRequestId, code })).message).toMatch(/tried five times/);
    const other = await send({ expiresIn: '60' });
    emulator.current.clock.shift(61_000);
    expect((await refusal(other)).message).toMatch(/has expired/);
    emulator.current.clock.reset();
    const gone = await refusal({ authRequestId: 'none', code: '123456' });
    expect(gone.fieldErrors?.authRequestId).toMatch(/knows no mail/);
  });

  it('reads a 401 as a wrong code, not as its own credentials, and sends it once', async () => {
    const { authRequestId, code } = await send();
    emulator.current.journal.clear();
    emulator.current.faults.add({ operation: 'passwordless.verifyPasswordlessEmail', status: 401 });
    expect((await refusal({ authRequestId, code })).fieldErrors?.code).toBeTruthy();
    expect(emulator.current.journal.list('passwordless.verifyPasswordlessEmail')).toHaveLength(1);
  });

  it('is for admins in production, and asks them why', async () => {
    const input = { ...proof, authRequestId: 'one', code: '123456' };
    expect((await failureOf(write(verifyPasswordless, input, lead))).code).toBe('forbidden');
    expect((await refusal({ ...input, reason: '' })).fieldErrors?.reason).toMatch(/why/);
  });

  it.each<[string, object, string]>([
    ['neither code nor link', { authRequestId: 'one' }, 'code'],
    ['both', { authRequestId: 'one', code: '1', linkToken: 'two' }, 'linkToken'],
    ['a code without its id', { code: '1' }, 'authRequestId'],
    ['an address without a token', { linkToken: 'https://app.example/verify' }, 'linkToken'],
  ])('refuses %s beside the field', async (_name, change, field) => {
    expect(Object.keys((await refusal(change)).fieldErrors ?? {})).toEqual([field]);
  });

  itFailsInWords({
    action: verifyPasswordless,
    emulator,
    operation: 'passwordless.verifyPasswordlessEmail',
    input: async () => {
      await db().apiBudget.deleteMany();
      const { authRequestId, code } = await send();
      return { ...proof, authRequestId, code };
    },
    principal: { role: 'admin' },
  });
});

it('reads the token of a link', () => {
  expect(readLinkToken('https://app.example/verify?from=mail&link_token=abc')).toBe('abc');
  expect(readLinkToken('abc')).toBe('abc');
});

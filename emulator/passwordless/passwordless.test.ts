import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
let counter = 0;
beforeAll(async () => {
  test = await TestEmulator.start();
});
afterAll(() => test.stop());
// Mails of a moved clock would look newer than the next test's.
beforeEach(() => test.emulator.store.mails.clear());

const callback = 'https://app.example/verify?from=mail';

async function send(fields: object = {}, emulator = test): Promise<Json> {
  const body = { email: `jo-${++counter}@example.com`, magiclink_auth_uri: callback, ...fields };
  return (await emulator.call('POST', '/passwordless/email/send', body)).json;
}
const verify = (body: Json, emulator = test) => emulator.call('POST', '/passwordless/email/verify', body);
const resend = (id: string) => test.call('POST', '/passwordless/email/resend', { auth_request_id: id });
async function lastMail(): Promise<{ text: string; to: string[]; code: string; link: URL }> {
  const [mail] = (await test.send('GET', '/__emulator/mails')).json.mails;
  const [, code = ''] = /code is (\w+)\./.exec(mail.text) ?? [];
  const [, link = 'none:'] = /Open (\S+)/.exec(mail.text) ?? [];
  return { ...mail, code, link: new URL(link) };
}

describe('a passwordless mail', () => {
  it('holds a code and a link; the code proves the address once', async () => {
    const sent = await send({ email: 'Jo@Example.com', state: 'st', template: 'SIGNUP' });
    expect(sent).toEqual({
      auth_request_id: expect.stringMatching(/^[\w-]{51}$/),
      expires_at: expect.stringMatching(/^\d{10}$/),
      expires_in: 300,
      passwordless_type: 'LINK_OTP',
    });
    expect(Number(sent.expires_at) * 1000 - test.emulator.clock.now()).toBeGreaterThan(298_000);
    const mail = await lastMail();
    expect(mail.to).toEqual(['jo@example.com']);
    expect(mail.code).toMatch(/^\d{6}$/);
    expect(`${mail.link.origin}${mail.link.pathname}`).toBe('https://app.example/verify');
    expect(mail.link.searchParams.get('from')).toBe('mail');

    const proof = { code: mail.code, auth_request_id: sent.auth_request_id };
    expect((await verify(proof)).json).toEqual({
      email: 'jo@example.com',
      state: 'st',
      template: 'SIGNUP',
      passwordless_type: 'OTP',
    });
    expect((await verify(proof)).status).toBe(400);
  });

  it('has a link that proves the address by itself', async () => {
    const { auth_request_id: id } = await send();
    const { link } = await lastMail();
    const proof = { link_token: link.searchParams.get('link_token') };
    expect((await verify(proof)).json).toMatchObject({ template: 'SIGNIN', passwordless_type: 'LINK' });
    expect((await verify(proof)).status).toBe(400);
    expect((await resend(id)).status).toBe(400);
  });

  it('is kept without what it holds', async () => {
    await send();
    const { code, link } = await lastMail();
    const rows = JSON.stringify(test.emulator.store.passwordless.all());
    expect(rows).not.toContain(`"${code}"`);
    expect(rows).not.toContain(link.searchParams.get('link_token'));
  });

  it('carries the template’s variables', async () => {
    await send({ template_variables: { company: 'Acme Ltd' } });
    expect((await lastMail()).text).toContain('company: Acme Ltd');
  });

  it('ends with its time, and may be sent again', async () => {
    const { auth_request_id: id, expires_in } = await send({ expires_in: 60 });
    expect(expires_in).toBe(60);
    const first = await lastMail();
    await test.moveClock(61_000);
    const late = await verify({ code: first.code, auth_request_id: id });
    expect(late).toMatchObject({ status: 400, json: { message: expect.stringContaining('expired') } });
    expect((await resend(id)).json).toMatchObject({ auth_request_id: id, expires_in: 60 });
    const second = await lastMail();
    expect((await verify({ link_token: first.link.searchParams.get('link_token') })).status).toBe(404);
    expect((await verify({ code: second.code, auth_request_id: id })).status).toBe(200);
    await test.moveClock();
  });

  it('takes five tries in ten minutes', async () => {
    const { auth_request_id: id } = await send({ expires_in: 3600 });
    const { code } = await lastMail();
    for (let index = 0; index < 5; index += 1) {
      expect((await verify({ code: '000000x', auth_request_id: id })).json.message).toContain('wrong');
    }
    const sixth = await verify({ code, auth_request_id: id });
    expect(sixth).toMatchObject({
      status: 400,
      json: { message: expect.stringContaining('too many attempts') },
    });
    await test.moveClock(600_001);
    expect((await verify({ code, auth_request_id: id })).status).toBe(200);
    await test.moveClock();
  });
});

describe('the environment’s settings', () => {
  it('decide what is in the mail', async () => {
    const own = await TestEmulator.start();
    const connection = { type: 'PASSWORDLESS', provider_key: 'PASSWORDLESS', key_id: 'mail' };
    const created = await own.call('POST', '/connections?flags.is_login=true', connection);
    const path = `/connections/${created.json.connection.id}`;
    const config = { type: 'OTP', code_challenge_length: 8, code_challenge_type: 'NUMERIC' };
    await own.call('PATCH', path, { ...connection, passwordless_config: config });
    await own.call('PATCH', `${path}:enable`);
    expect((await send({}, own)).passwordless_type).toBe('OTP');
    const [mail] = (await own.send('GET', '/__emulator/mails')).json.mails;
    expect(mail.text).toMatch(/code is \d{8}\./);
    expect(mail.text).not.toContain('Open');
    await own.stop();
  });

  it('make the code 424242 everywhere but in production', async () => {
    const own = await TestEmulator.start({ environmentName: 'development' });
    const { auth_request_id: id } = await send({}, own);
    expect((await verify({ code: '000000', auth_request_id: id }, own)).status).toBe(400);
    expect((await verify({ code: '424242', auth_request_id: id }, own)).status).toBe(200);
    await own.stop();
  });
});

describe('a proof', () => {
  it.each<[string, Json, number]>([
    ['neither code nor link', {}, 400],
    ['a code without its request', { code: '123456' }, 400],
    ['a code of an unknown request', { code: '123456', auth_request_id: 'none' }, 404],
    ['an unknown link', { link_token: 'none' }, 404],
  ])('is refused with %s', async (_, body, status) => {
    expect((await verify(body)).status).toBe(status);
  });

  it('is refused with a reserved variable or an address that is none', async () => {
    for (const fields of [{ template_variables: { otp: '1' } }, { magiclink_auth_uri: 'javascript:1' }]) {
      expect(await send(fields)).toMatchObject({ code: 3 });
    }
    expect((await resend('none')).status).toBe(404);
  });
});

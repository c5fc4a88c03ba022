import { describe, expect, it } from 'vitest';
import { newWebhookSecret, signWebhook } from '@/emulator/webhooks/sign';
import { checkWebhook, type ReceivedWebhook } from './schema';

const now = Date.parse('2026-11-26T12:00:00Z');
const seconds = now / 1000;
const secret = newWebhookSecret();
const body = '{ "type": "user.login",\r\n "id": "evt_1" }';

/** As the emulator sends it, which signs with its own code. */
function received(part: Partial<ReceivedWebhook> = {}, signed = part.body ?? body): ReceivedWebhook {
  const timestamp = part.timestamp ?? String(seconds);
  const signature = signWebhook(secret, 'msg_1', Number(timestamp), signed);
  return { secret, id: 'msg_1', timestamp, signature, body, ...part };
}
const check = (webhook: ReceivedWebhook) => checkWebhook(webhook, now);

describe('checkWebhook', () => {
  it('takes what the service sent, alone or among the signatures of two secrets', () => {
    expect(check(received())).toMatchObject({ ok: true, sentences: [] });
    const { signature } = received();
    expect(check(received({ signature: `v1,b2xk ${signature}` })).ok).toBe(true);
  });

  it('says that it is late or early', () => {
    expect(check(received({ timestamp: String(seconds - 301) })).sentences[0]).toMatch(/too old/);
    expect(check(received({ timestamp: String(seconds + 301) })).sentences[0]).toMatch(/too new/);
    expect(check(received({ timestamp: String(seconds - 300) })).sentences).toEqual([]);
  });

  it.each([
    ['secret', { secret: '' }, /signing secret/],
    ['secret', { secret: 'hush' }, /whsec_/],
    ['id', { id: ' ' }, /webhook-id/],
    ['timestamp', { timestamp: 'soon' }, /whole number/],
    ['timestamp', { timestamp: String(now) }, /milliseconds/],
    ['signature', { signature: 'v2,abc' }, /no v1 signature/],
    ['body', { body: 'x'.repeat(2_000_001) }, /2,000,000/],
  ] as const)('points at the field %s', (field, part, title) => {
    const verdict = check({ ...received(), ...part });
    expect(verdict).toMatchObject({ ok: false, field, title: expect.stringMatching(title) });
  });

  it.each([
    [`${body}\n`, body, /without the line break/],
    [body, `${body}\n`, /with a line break/],
    [body, body.replace('\r\n', '\n'), /plain line breaks/],
    [body, '{"type":"user.login","id":"evt_1"}', /without spaces/],
    ['{"type":"user.logout"}', body, /another endpoint/],
  ])('recognises what was done to the body (%#)', (pasted, signed, sentence) => {
    const verdict = check(received({ body: pasted }, signed));
    expect(verdict).toMatchObject({ ok: false, field: 'body', title: 'The signature does not fit.' });
    expect(verdict.sentences[0]).toMatch(sentence);
  });

  it('survives 100 KB of junk in every field', () => {
    const junk = '\u0000"<é'.repeat(25_000);
    for (const field of ['secret', 'id', 'timestamp', 'signature', 'body'] as const)
      expect(check({ ...received(), [field]: junk }).title).toMatch(/\.$/);
  });
});

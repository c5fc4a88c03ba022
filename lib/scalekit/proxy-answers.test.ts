import { describe, expect, it } from 'vitest';
import { exchangeText } from './exchange';
import { readRefusal } from './proxy-refusal';

const { signal } = new AbortController();

describe('exchangeText', () => {
  it('reads no more than it may, and says so', async () => {
    const answer = (text: string) => async () => new Response(text, { status: 502 });
    const read = (text: string) => exchangeText(answer(text), 'https://x.example/a', { signal }, 1_000);
    expect(await read('a'.repeat(5_000))).toMatchObject({
      status: 502,
      text: 'a'.repeat(1_000),
      truncated: true,
    });
    expect(await read('b'.repeat(1_000))).toMatchObject({ text: 'b'.repeat(1_000), truncated: false });
    expect(await read('')).toMatchObject({ text: '', truncated: false });
  });
});

describe('readRefusal', () => {
  const scalekit = { '@type': 'type.googleapis.com/scalekit.v1.errdetails.ErrorInfo' };

  it("tells Scalekit's refusal, in either form, from the provider's own", () => {
    expect(readRefusal('{"detail":"connection not found","code":"NOT_FOUND"}')).toMatchObject({
      kind: 'proxy',
    });
    const api = JSON.stringify({ code: 5, message: 'gone', details: [scalekit] });
    expect(readRefusal(api)).toMatchObject({ kind: 'api' });
    for (const own of [
      '',
      'Bad gateway',
      '{"detail":"no such page"}',
      '{"code":404,"message":"x","details":[]}',
      'null',
    ]) {
      expect(readRefusal(own)).toBeUndefined();
    }
  });
});

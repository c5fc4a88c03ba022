import { describe, expect, it } from 'vitest';
import { quote, readErrorBody } from './error-body';

describe('readErrorBody', () => {
  it.each([
    [undefined],
    [null],
    ['boom'],
    [[1]],
    [{}],
    [{ code: 'x', message: 7, details: 'none' }],
    [{ details: [null, 7, { error_code: 9, validation_error_info: { field_violations: 'x' } }] }],
  ])('%j says nothing, and does not throw', (json) => {
    const body = readErrorBody(json);
    expect(body).toMatchObject({ message: '', violations: [] });
    expect(body.errorCode).toBeUndefined();
  });

  it('reads a bare ErrorInfo, which some operations answer', () => {
    const violation = { field: 'name', description: 'is short' };
    const json = { error_code: 'INVALID_ARGUMENT', validation_error_info: { field_violations: [violation] } };
    expect(readErrorBody(json)).toMatchObject({ errorCode: 'INVALID_ARGUMENT', violations: [violation] });
  });

  it('prefers the sentence of a failed tool', () => {
    const info = { error_code: 'TOOL_ERROR', tool_error_info: { tool_error_message: 'channel not found' } };
    expect(readErrorBody({ code: 13, message: 'tool failed', details: [info] }).message).toBe(
      'channel not found',
    );
  });

  it('reads what the proxy answers', () => {
    expect(readErrorBody({ detail: 'connection not found', code: 'NOT_FOUND' })).toMatchObject({
      message: 'connection not found',
      code: undefined,
    });
  });
});

describe('quote', () => {
  it.each([
    ['token empty', 'Token empty.'],
    ['  two\n lines ', 'Two lines.'],
    ['Done!', 'Done!'],
    ['', ''],
    ['a'.repeat(33), '…'],
    ['see https://acme.scalekit.dev/magicLink/0b5f7a52-67d3-4fd4-9e5f now', 'See https:… now.'],
    ['organization org_12345678901234567 not found', 'Organization org_12345678901234567 not found.'],
  ])('%j becomes %j', (message, sentence) => {
    expect(quote(message)).toBe(sentence);
  });

  it('cuts a speech short', () => {
    expect(quote('word '.repeat(200))).toHaveLength(300);
  });
});

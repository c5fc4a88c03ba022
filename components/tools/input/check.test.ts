import { describe, expect, it } from 'vitest';
import { checkParams, fits } from './check';

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['to', 'subject'],
  properties: {
    to: { type: 'string', format: 'email' },
    subject: { type: 'string', minLength: 1 },
    labels: { type: 'array', items: { type: 'string' } },
    priority: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
  },
};

describe('checkParams', () => {
  it('names the field, with one sentence for each', () => {
    const problems = checkParams(schema, { to: 'nobody', labels: ['a', 1], subject: undefined });
    expect(Object.keys(problems).sort()).toEqual(['params.labels.1', 'params.subject', 'params.to']);
    expect(problems['params.subject']).toBe('The tool needs this.');
  });

  it('finds nothing wrong with what fits, and with what cannot be judged', () => {
    expect(checkParams(schema, { to: 'ada@example.com', subject: 'Hello' })).toEqual({});
    expect(checkParams({ properties: { a: { $ref: '#/$defs/none' } } }, { a: 1 })).toEqual({});
    expect(checkParams({ properties: { a: { pattern: '(' } } }, { a: 'x' })).toEqual({});
  });

  it('judges one choice of several', () => {
    expect(fits({ type: 'integer' }, 4)).toBe(true);
    expect(fits({ type: 'integer' }, 'four')).toBe(false);
    expect(fits({ type: 'integer' }, undefined)).toBe(true);
  });
});

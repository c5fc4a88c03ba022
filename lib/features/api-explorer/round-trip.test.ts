import { type DescMethodUnary, type JsonObject, toJson } from '@bufbuild/protobuf';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { encodeRequest } from '@/lib/scalekit/rest/binding';
import { inputSchema } from '@/lib/scalekit/rest/message-schema';
import { operations } from '@/lib/scalekit/rest/operations';
import { bindingsOf } from '@/lib/scalekit/rest/transport';
import { fieldsOf, placeRequest } from '@/lib/wire-request';
import { sampleMessage } from '@/tests/contract/sample-message';
import { readTyped } from './check-input';

const ajv = new Ajv2020({ strict: false, logger: false });
addFormats.default(ajv);

const cases = [...operations.values()].flatMap((operation) => {
  const { contract, key } = operation;
  return operation.callable && contract.kind === 'descriptor'
    ? [{ key, operation, method: contract.method satisfies DescMethodUnary }]
    : [];
});

// The paths of a field mask are written in two ways.
const plain = (query: [string, string][]) =>
  query.map(([name, value]) => `${name}=${value.replaceAll('_', '').toLowerCase()}`).sort();

describe('the form of every operation', () => {
  it.each(cases)('$key: what fits the contract fits the form, and goes out as it was filled in', (one) => {
    const { operation, method } = one;
    const filled = sampleMessage(method.input, fieldsOf(operation.routes[0]?.path ?? ''));
    const json = toJson(method.input, filled, { useProtoFieldName: true }) as JsonObject;
    const fits = ajv.compile(inputSchema(operation));
    expect(fits(json) || fits.errors).toBe(true);
    expect(readTyped(method.input, json).json).toEqual(json);

    // The browser shows what the server sends.
    const sent = encodeRequest(bindingsOf(method), method.input, json);
    const shown = placeRequest(operation.routes, json);
    expect(shown).toMatchObject({ verb: sent.verb, path: sent.path });
    expect(shown.body).toEqual(sent.body);
    expect(plain(shown.query)).toEqual(plain([...sent.query]));
  });
});

describe('readTyped', () => {
  const update = cases.find(({ key }) => key === 'organizations.updateOrganization')?.method.input;
  const read = (params: Record<string, unknown>) => update && readTyped(update, params).json;

  it('keeps an empty value that somebody wrote: how a map is cleared', () => {
    const params = { id: 'org_1', organization: { metadata: {} } };
    expect(read(params)).toEqual(params);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['an unknown field', { id: 'org_1', nonsense: 1 }, /knows no field nonsense/],
    ['a wrong kind', { id: 17 }, /value of id/],
    ['two of which one may be', { id: 'org_1', external_id: 'x' }, /only one/],
  ])('says what is wrong with %s, without the value', (_name, params, words) => {
    let problem: unknown;
    try {
      read(params);
    } catch (error) {
      problem = error;
    }
    expect(problem).toMatchObject({ code: 'invalid', fieldErrors: { params: expect.stringMatching(words) } });
  });
});

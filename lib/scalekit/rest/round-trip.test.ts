import { type DescMethodUnary, equals, type JsonObject, toJson } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { sampleMessage } from '@/tests/contract/sample-message';
import { services } from '../services';
import { type Binding, encodeRequest } from './binding';
import { createRestRouter, writeOutput } from './handler';
import { bindingsOf, createRestTransport } from './transport';

const methods = Object.values(services).flatMap((service) => service.methods as DescMethodUnary[]);
const route = createRestRouter(methods);

function pathFields(binding: Binding): string[] {
  return binding.segments.flatMap((segment) => ('field' in segment ? [segment.field] : []));
}

describe('the binding, both halves', () => {
  it('knows 203 operations, each with a REST route', () => {
    expect(methods).toHaveLength(203);
    expect(methods.filter((method) => bindingsOf(method).length === 0)).toEqual([]);
  });

  const cases = methods.flatMap((method) =>
    bindingsOf(method).map((binding) => ({ method, binding, title: `${binding.verb} ${binding.path}` })),
  );

  it.each(cases)('carries every field of $title', ({ method, binding }) => {
    const sent = sampleMessage(method.input, pathFields(binding));
    const json = toJson(method.input, sent, { useProtoFieldName: true }) as JsonObject;
    const request = encodeRequest([binding], method.input, json);
    const match = route(request.verb, request.path);
    expect(match?.method.name).toBe(method.name);
    // Over the wire a query and a body are text.
    const query = new URLSearchParams(request.query.toString());
    const body = request.body === undefined ? undefined : JSON.parse(JSON.stringify(request.body));
    const received = match?.readInput(query, body);
    expect(received && toJson(method.input, received)).toEqual(toJson(method.input, sent));
    expect(received && equals(method.input, sent, received)).toBe(true);
  });

  it('sends each operation to itself: no two share a verb and a path', () => {
    const seen = new Map<string, string>();
    for (const { method, binding } of cases) {
      const shape = `${binding.verb} ${binding.path.replace(/\{[^}]+\}/g, '{}')}`;
      expect(seen.get(shape), shape).toBeUndefined();
      seen.set(shape, method.name);
    }
  });

  it.each(methods.map((method) => ({ method, name: method.name })))(
    'brings the answer of $name back',
    async ({ method }) => {
      const answer = sampleMessage(method.output);
      const text = writeOutput(method, answer);
      const transport = createRestTransport(async () => ({
        json: JSON.parse(text),
        headers: new Headers(),
      }));
      const prefer = pathFields(bindingsOf(method)[0] as Binding);
      const input = sampleMessage(method.input, prefer);
      const response = await transport.unary(method, undefined, undefined, undefined, input);
      const message = response.message as typeof answer;
      expect(toJson(method.output, message)).toEqual(toJson(method.output, answer));
    },
  );
});

import { type DescMethodUnary, type JsonObject, type JsonValue, toJson } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { type Binding, encodeRequest, type RestRequest } from '@/lib/scalekit/rest/binding';
import { bindingsOf } from '@/lib/scalekit/rest/transport';
import { services } from '@/lib/scalekit/services';
import type { OpenapiFact } from './make-openapi-facts';
import facts from './openapi-facts.data.json';
import { sampleMessage } from './sample-message';

type Route = { method: DescMethodUnary; binding: Binding };

const routes = new Map<string, Route>();
for (const method of Object.values(services).flatMap((service) => service.methods as DescMethodUnary[])) {
  for (const binding of bindingsOf(method))
    routes.set(`${binding.verb} ${binding.path}`, { method, binding });
}

/** Sends a message with every field set; of each oneof the member that is asked for. */
function encodeSample({ method, binding }: Route, prefer: string[]): RestRequest {
  const inPath = binding.segments.flatMap((segment) => ('field' in segment ? [segment.field] : []));
  const message = sampleMessage(method.input, [...inPath, ...prefer]);
  const json = toJson(method.input, message, { useProtoFieldName: true }) as JsonObject;
  return encodeRequest([binding], method.input, json);
}

/** The value at `a.b[].c`. */
function readPath(body: JsonValue | undefined, path: string): JsonValue | undefined {
  return path.split('.').reduce<JsonValue | undefined>((value, part) => {
    const name = part.replace(/\[\]/g, '');
    const inner = name ? (value as JsonObject | undefined)?.[name] : value;
    return part.endsWith('[]') ? (inner as JsonValue[] | undefined)?.[0] : inner;
  }, body);
}

const published = facts as OpenapiFact[];
const title = (fact: OpenapiFact) => `${fact.verb} ${fact.path}`;
const shared = published.filter((fact) => routes.has(title(fact)));

// The path holds external_id; the document also lists the other member of the same oneof.
const siblings = new Set(['GET /api/v1/organizations:external/{external_id} id']);

describe('the published OpenAPI document', () => {
  it('shares 101 operations with the descriptors; the other ten are custom providers and MCP', () => {
    expect(shared).toHaveLength(101);
    const rest = published.filter((fact) => !shared.includes(fact));
    expect(rest.map((fact) => fact.path.split('/')[3]).sort()).toEqual([
      ...Array(3).fill('custom-providers'),
      ...Array(7).fill('mcp'),
    ]);
  });

  it.each(shared.map((fact) => ({ title: title(fact), fact })))(
    'agrees with us on $title',
    ({ title, fact }) => {
      const route = routes.get(title) as Route;
      for (const name of fact.query) {
        if (siblings.has(`${title} ${name}`)) continue;
        const { query } = encodeSample(route, name.split('.'));
        expect([...query.keys()], `query parameter ${name}`).toContain(name);
      }
      if (fact.body) expect(encodeSample(route, []).body, 'a body').toBeDefined();
      for (const name of fact.body ?? []) {
        const { body } = encodeSample(route, name.split(/[.[\]]+/));
        expect(readPath(body, name), `body property ${name}`).toBeDefined();
      }
    },
  );
});

import type { DescMessage, DescMethodUnary, JsonValue, MessageInitShape } from '@bufbuild/protobuf';
import { encodeMethod } from '@/lib/scalekit/rest/transport';

/** How a request must look on the wire, written by hand. */
export type Golden = {
  operation: string;
  /** `openapi`: an example of the published document; `inferred`: by its rules and the described behaviour. */
  source: 'openapi' | 'inferred';
  /** `VERB path?query` and the body as encoded. */
  actual: { line: string; body: JsonValue | undefined };
  expected: { line: string; body?: JsonValue };
};

/** A golden request of one operation; the types are those of the contract. */
export function golden<I extends DescMessage, O extends DescMessage>(
  source: Golden['source'],
  method: DescMethodUnary<I, O>,
  input: MessageInitShape<I>,
  line: string,
  body?: JsonValue,
): Golden {
  const { verb, path, query, body: sent } = encodeMethod(method as DescMethodUnary<I>, input);
  const search = query.size > 0 ? `?${query}` : '';
  const operation = `${method.parent.name}/${method.name}`;
  return {
    operation,
    source,
    actual: { line: `${verb} ${path}${search}`, body: sent },
    expected: { line, body },
  };
}

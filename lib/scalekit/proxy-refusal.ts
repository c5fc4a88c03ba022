import 'server-only';
import type { JsonValue } from '@bufbuild/protobuf';
import { z } from 'zod';

/** Scalekit's own refusal: in the words of its proxy, or in those of its API. */
export type ProxyRefusal =
  | { kind: 'proxy'; code: string; detail: string }
  | { kind: 'api'; code: string; json: JsonValue };

const proxyBody = z.strictObject({ detail: z.string(), code: z.string().regex(/^[A-Z_]{3,50}$/) });
const scalekitType = z.string().startsWith('type.googleapis.com/scalekit.');
const apiBody = z.object({
  code: z.number(),
  message: z.string(),
  details: z.array(z.object({ '@type': scalekitType })).min(1),
});

/** Reads an error body through the proxy; undefined when it is the provider's own. Never throws. */
export function readRefusal(text: string): ProxyRefusal | undefined {
  let json: JsonValue;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const own = proxyBody.safeParse(json);
  if (own.success) return { kind: 'proxy', ...own.data };
  return apiBody.safeParse(json).success ? { kind: 'api', code: '', json } : undefined;
}

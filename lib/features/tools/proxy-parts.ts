import 'server-only';
import type { z } from 'zod';
import { type proxyRequestInput, readPairs } from './schema';

type Input = Pick<z.output<typeof proxyRequestInput>, 'headers' | 'bodyKind' | 'body'>;
type Parts = { headers: [string, string][]; body?: string };

const types = { json: 'application/json', form: 'application/x-www-form-urlencoded', text: 'text/plain' };

/** Headers and body as they leave; a media type that was typed wins over that of the kind. */
export function toBody({ headers: lines, bodyKind, body }: Input): Parts {
  const headers = readPairs(lines, ':') ?? [];
  if (bodyKind === 'none') return { headers };
  const named = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (!named) headers.push(['content-type', types[bodyKind]]);
  const text = bodyKind === 'form' ? new URLSearchParams(readPairs(body, '=') ?? []).toString() : body;
  return { headers, body: text };
}

// A cookie or a new token of the provider's is a secret of the customer's.
const hidden = /^(set-cookie|authorization|www-authenticate|proxy-authenticate)$|token|secret/i;

/** The headers of the answer, with what may be a secret left out by value. */
export function shownHeaders(headers: Headers): [string, string][] {
  return [...headers].map(([name, value]) => [name, hidden.test(name) ? '(not shown)' : value]);
}

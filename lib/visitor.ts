import 'server-only';
import { isIP } from 'node:net';

/** Who pressed the button, as far as a request tells. */
export type Visitor = { ip: string | null; userAgent: string | null };

const longestUserAgent = 300;

/**
 * Reads a visitor from request headers. The last hop of `x-forwarded-for` is the one that the nearest proxy saw,
 * or, without a proxy, that Next took from the socket: earlier hops are the visitor's own claim.
 */
export function readVisitor(headers: Headers): Visitor {
  const hop = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const ip = hop.replace(/^::ffff:(?=\d+\.)/, '');
  const userAgent = headers.get('user-agent')?.slice(0, longestUserAgent);
  return { ip: isIP(ip) ? ip : null, userAgent: userAgent || null };
}

import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth, { type AuthOptions } from 'next-auth';

/** One call to next-auth, reduced to what it may see. */
export type NextAuthCall = {
  method: 'GET' | 'POST';
  action: 'signin' | 'callback';
  providerId: string;
  query: Record<string, string>;
  body: Record<string, string>;
  cookies: Record<string, string>;
};

/**
 * Runs next-auth through its request and response interface rather than its route handler, which reads the
 * browser's cookies by itself: here the session cookie stays out, and what comes back can be looked at.
 */
export async function callNextAuth(call: NextAuthCall, options: AuthOptions): Promise<Response> {
  const csrf = csrfPair(options.secret ?? '');
  const request = {
    method: call.method,
    query: { ...call.query, nextauth: [call.action, call.providerId] },
    body: { ...call.body, csrfToken: csrf.token },
    cookies: { ...call.cookies, [options.cookies?.csrfToken?.name ?? '']: csrf.cookie },
    headers: {},
  };
  const reply = new Reply();
  await NextAuth(request as unknown as NextApiRequest, reply as unknown as NextApiResponse, options);
  return reply.toResponse();
}

/** next-auth's double-submit token, made for this call alone: the caller has checked the request's origin already. */
function csrfPair(secret: string): { token: string; cookie: string } {
  const token = randomBytes(32).toString('hex');
  const hash = createHash('sha256')
    .update(token + secret)
    .digest('hex');
  return { token, cookie: `${token}|${hash}` };
}

/** The part of a Node response that next-auth writes to. */
class Reply {
  private statusCode = 200;
  private readonly headers = new Map<string, string | string[]>();
  private body: string | null = null;

  status(code: number): this {
    this.statusCode = code;
    return this;
  }
  getHeader(name: string): string | string[] | undefined {
    return this.headers.get(name.toLowerCase());
  }
  setHeader(name: string, value: string | string[]): this {
    this.headers.set(name.toLowerCase(), value);
    return this;
  }
  json(body: unknown): void {
    this.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  }
  send(body: unknown): void {
    if (typeof body === 'string') this.end(body);
    else this.json(body);
  }
  end(body?: string): void {
    this.body = body ?? null;
  }
  toResponse(): Response {
    const headers = new Headers({ 'cache-control': 'no-store' });
    for (const [name, value] of this.headers) {
      for (const each of [value].flat()) headers.append(name, each);
    }
    return new Response(this.body, { status: this.statusCode, headers });
  }
}

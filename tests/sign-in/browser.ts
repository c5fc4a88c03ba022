import { NextRequest } from 'next/server';
import type { Person } from '@/emulator/oauth/types';
import { beginSignIn, finishSignIn } from '@/lib/auth/sign-in-flow';
import { consoleOrigin } from './issuer-server';

/** A browser without a screen: a cookie jar that follows the sign-in between the real issuer and our handlers. */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** The console's session cookie. */
  get session(): string | undefined {
    return this.cookies(consoleOrigin).get('keydesk.session');
  }

  cookies(origin: string): Map<string, string> {
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }

  /** Presses the sign-in button. Returns the issuer's address, or ours when that failed. */
  async begin(form: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<string> {
    const init = {
      method: 'POST',
      headers: { origin: consoleOrigin, ...headers },
      body: new URLSearchParams(form),
    };
    const request = this.request(`${consoleOrigin}/api/auth/signin/staff`, init);
    return this.keep(consoleOrigin, await beginSignIn(request));
  }

  /** Opens the issuer's page and answers it. Returns the address that the issuer sends back to. */
  async answer(address: string, choice: Person | 'deny'): Promise<string> {
    const issuer = new URL(address).origin;
    const page = await this.fetch(address);
    if (page.status === 303) return this.keep(issuer, page);
    const form = new URL(address).searchParams;
    if (choice === 'deny') form.set('deny', '1');
    else form.set('person', choice.subject);
    return this.keep(issuer, await this.fetch(`${issuer}/oauth/authorize`, { method: 'POST', body: form }));
  }

  /** Follows the issuer's redirect to the console. Returns where the console sends the person, as a path. */
  async finish(address: string): Promise<string> {
    const location = await this.keep(consoleOrigin, await finishSignIn(this.request(address)));
    const url = new URL(location, consoleOrigin);
    return url.origin === consoleOrigin ? url.pathname + url.search + url.hash : url.href;
  }

  /** The whole way. Returns the path where it ends. */
  async signIn(person: Person | 'deny', form: Record<string, string> = {}): Promise<string> {
    return this.finish(await this.answer(await this.begin(form), person));
  }

  private request(
    address: string,
    init: { method?: string; headers?: object; body?: URLSearchParams } = {},
  ): NextRequest {
    const origin = new URL(address).origin;
    const headers = { ...init.headers, cookie: this.cookieHeader(origin), 'user-agent': 'A browser' };
    return new NextRequest(address, { ...init, headers });
  }

  private fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const headers = { cookie: this.cookieHeader(new URL(address).origin) };
    return fetch(address, { ...init, headers, redirect: 'manual' });
  }

  private cookieHeader(origin: string): string {
    return [...this.cookies(origin)].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private async keep(origin: string, response: Response): Promise<string> {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (/max-age=0/i.test(cookie)) this.cookies(origin).delete(name);
      else this.cookies(origin).set(name, pair.slice(name.length + 1));
    }
    return response.headers.get('location') ?? `no redirect, status ${response.status}`;
  }
}

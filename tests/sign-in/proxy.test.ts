import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { proxy } from '@/proxy';

const site = 'http://localhost:9';

type Visit = { method?: string; headers?: Record<string, string>; signedIn?: boolean };

function visit(
  path: string,
  { method = 'GET', headers = {}, signedIn = true }: Visit = {},
): Promise<Response> {
  const cookie: Record<string, string> = signedIn ? { cookie: 'keydesk.session=anything' } : {};
  return proxy(new NextRequest(site + path, { method, headers: { ...headers, ...cookie } }));
}

/** What Next hands on to the page of a header; null when the proxy took it away. */
const seenByPage = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);
const formAction = (response: Response) =>
  /form-action ([^;]*)/.exec(response.headers.get('content-security-policy') ?? '')?.[1];

describe('somebody without a session cookie', () => {
  it('is sent to sign in, with the way back', async () => {
    const response = await visit('/production/organizations?q=acme&_rsc=1x', { signedIn: false });
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.pathname).toBe('/sign-in');
    expect(location.searchParams.get('callbackUrl')).toBe('/production/organizations?q=acme');
    expect(response.headers.get('content-security-policy')).toContain('script-src');
  });

  it.each([
    '/sign-in',
    '/sign-in/step-up',
    '/sign-out',
    '/p/token',
    '/s/token',
    '/api/query/x',
    '/portal-link.css',
  ])('may see %s', async (path) => {
    expect((await visit(path, { signedIn: false })).headers.get('location')).toBeNull();
  });

  it.each(['/product', '/signs', '/sign-in-elsewhere', '/production'])('may not see %s', async (path) => {
    expect((await visit(path, { signedIn: false })).headers.get('location')).not.toBeNull();
  });

  it('gets an answer from actions, which say so themselves and keep what was typed', async () => {
    const response = await visit('/production', { signedIn: false, method: 'POST' });
    expect(response.headers.get('location')).toBeNull();
  });
});

describe('what a page is told', () => {
  it('is a new nonce each time, the same one as in the policy', async () => {
    const [first, second] = [await visit('/production'), await visit('/production')];
    const nonce = seenByPage(first, 'x-nonce');
    expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    expect(seenByPage(first, 'content-security-policy')).toBe(first.headers.get('content-security-policy'));
    expect(seenByPage(second, 'x-nonce')).not.toBe(nonce);
  });

  it('is its own address and that a person acts', async () => {
    const response = await visit('/production?a=1&_rsc=1x&b=2', { method: 'POST' });
    expect(seenByPage(response, 'x-keydesk-path')).toBe('/production?a=1&b=2');
    expect(seenByPage(response, 'x-keydesk-activity')).toBe('person');
  });

  it('is never what the browser claims', async () => {
    const forged = { 'x-keydesk-activity': 'person', 'x-keydesk-path': '/elsewhere', 'x-nonce': 'known' };
    const response = await visit('/api/query/budget', { headers: forged });
    expect(seenByPage(response, 'x-keydesk-activity')).toBeNull();
    expect(seenByPage(response, 'x-keydesk-path')).toBe('/api/query/budget');
    expect(seenByPage(response, 'x-nonce')).not.toBe('known');
    expect(response.headers.get('x-middleware-override-headers')).not.toContain('x-keydesk-activity');
  });
});

describe('where forms may lead', () => {
  it('is this console and the issuer', async () => {
    expect(formAction(await visit('/production'))).toBe("'self' http://localhost:9 http://127.0.0.1:9");
    expect(formAction(await visit('/sign-in'))).toBe("'self' http://localhost:9 http://127.0.0.1:9");
  });

  it('is the environments’ portals for a public link', async () => {
    const response = await visit('/p/token');
    expect(formAction(response)).toBe("'self' http://127.0.0.1:9");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });
});

it('leaves the caching of files to Next, and that of pages to nobody', async () => {
  expect((await visit('/portal-link.css')).headers.has('cache-control')).toBe(false);
  expect((await visit('/production')).headers.get('cache-control')).toBe('no-store');
});

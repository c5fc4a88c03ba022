import { describe, expect, it } from 'vitest';
import { type PageSecurity, securityHeaders } from './security-headers';

const page: PageSecurity = {
  path: '/production/organizations',
  nonce: 'n0nce',
  isSecure: true,
  isDevelopment: false,
  formTargets: ['https://issuer.test', 'https://issuer.test'],
};

function directives(extra: Partial<PageSecurity> = {}): Record<string, string> {
  const policy = securityHeaders({ ...page, ...extra })['content-security-policy'] ?? '';
  return Object.fromEntries(
    policy.split('; ').map((text) => [text.split(' ')[0], text.slice(text.indexOf(' ') + 1)]),
  );
}

describe('securityHeaders', () => {
  it('allows scripts and styles by nonce only', () => {
    expect(directives()).toMatchObject({
      'script-src': "'self' 'nonce-n0nce' 'strict-dynamic'",
      'style-src': "'self' 'nonce-n0nce'",
      'style-src-attr': "'unsafe-inline'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
      'connect-src': "'self'",
    });
  });

  it('names each place a form may lead to once', () => {
    expect(directives()['form-action']).toBe("'self' https://issuer.test");
  });

  it('lets development evaluate and style inline, and nothing else', () => {
    const development = directives({ isDevelopment: true });
    expect(development['script-src']).toContain("'unsafe-eval'");
    expect(development['style-src']).toBe("'self' 'unsafe-inline'");
    expect({ ...development, 'script-src': '', 'style-src': '' }).toEqual({
      ...directives(),
      'script-src': '',
      'style-src': '',
    });
  });

  it('asks for https only where there is https', () => {
    expect(securityHeaders(page)['strict-transport-security']).toMatch(/^max-age=\d{8}/);
    expect(securityHeaders({ ...page, isSecure: false })).not.toHaveProperty('strict-transport-security');
  });

  it('sends no referrer from a public link, and caches nothing', () => {
    expect(securityHeaders({ ...page, path: '/p/abc' })['referrer-policy']).toBe('no-referrer');
    expect(securityHeaders({ ...page, path: '/s/abc' })['referrer-policy']).toBe('no-referrer');
    expect(securityHeaders({ ...page, path: '/preview' })['referrer-policy']).toBe(
      'strict-origin-when-cross-origin',
    );
    expect(securityHeaders(page)['cache-control']).toBe('no-store');
  });
});

import { describe, expect, it } from 'vitest';
import { env } from '@/lib/env';
import { pathOnThisSite, returnPath, signInPath, stepUpDonePath } from './return-path';

describe('pathOnThisSite', () => {
  it.each(['/production/organizations?q=a%20b&page=2#members', '/', '/a/../b', '/?next=//elsewhere.test'])(
    'keeps %s',
    (address) => {
      const url = new URL(address, 'http://x');
      expect(pathOnThisSite(address)).toBe(url.pathname + url.search + url.hash);
    },
  );

  it('takes the path out of a full address of this console', () => {
    expect(pathOnThisSite(`${env().NEXTAUTH_URL}/production?a=1`)).toBe('/production?a=1');
  });

  it.each([
    '//elsewhere.test/a',
    '/\\elsewhere.test',
    '/\t/elsewhere.test',
    '/\n/elsewhere.test',
    '\\\\elsewhere.test',
    '/.//elsewhere.test',
    '/a/..//elsewhere.test',
    '/production\\@elsewhere.test',
    'https://elsewhere.test/',
    'http://localhost:9@elsewhere.test/',
    'http://localhost:99/',
    'http:elsewhere.test',
    'javascript:alert(1)',
    'data:text/html,x',
    'production',
    ' /production',
    '',
    `/${'a'.repeat(3000)}`,
    null,
    undefined,
  ])('refuses %j', (address) => {
    expect(pathOnThisSite(address)).toBeNull();
  });
});

describe('returnPath', () => {
  it.each([
    '/sign-in',
    '/sign-in?callbackUrl=/',
    '/sign-in/step-up',
    '/sign-out/end',
    '/api/auth/x',
    '//x.test',
  ])('goes to the start instead of %s', (address) => {
    expect(returnPath(address)).toBe('/');
  });

  it('goes to pages that only start with the same letters', () => {
    expect(returnPath('/sign-in-help')).toBe('/sign-in-help');
  });
});

it('carries the way back unharmed through the query of our own pages', () => {
  const callbackUrl = '/production/organizations/org_1/api-keys?user=a%26b#new';
  for (const path of [signInPath(callbackUrl, 'idle'), stepUpDonePath(callbackUrl, 'id')]) {
    expect(new URL(path, 'http://x').searchParams.get('callbackUrl')).toBe(callbackUrl);
  }
});

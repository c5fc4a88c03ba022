import { NextRequest } from 'next/server';
import { beforeAll, expect, it } from 'vitest';
import { GET } from './route';

// Production is not the first one here.
beforeAll(() => {
  process.env.SCALEKIT_ENVIRONMENTS = 'development,production';
});

/** Where the browser is sent; Next redirects by an error. */
function landing(search: string): string {
  try {
    return GET(new NextRequest(`https://desk.example/open?${search}`));
  } catch (error) {
    return (error as { digest: string }).digest.split(';')[2] ?? '';
  }
}

it.each([
  ['ticket=SUP-1&email=jane@acme.example', '/production/doctor?ticket=SUP-1&email=jane%40acme.example'],
  ['email=jane@acme.example&environment=development', '/development/doctor?email=jane%40acme.example'],
  ['ticket=%3Cb%3E&email=jane', '/production/doctor?problem=ticket+email'],
  ['ticket=%20&environment=nowhere', '/production/doctor?problem=environment'],
  [`ticket=${'9'.repeat(65)}`, '/production/doctor?problem=ticket'],
  ['', '/production/doctor'],
])('%s leads to %s', (search, path) => {
  expect(landing(search)).toBe(path);
});

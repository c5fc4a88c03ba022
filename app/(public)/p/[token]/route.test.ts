import { expect, it } from 'vitest';
import { db } from '@/lib/db';
import { insertLink } from '@/lib/features/portal-links/test-rows';
import { withTestDatabase } from '@/tests/setup/database';
import { GET } from './route';

withTestDatabase();

async function load(token: string): Promise<{ response: Response; text: string }> {
  const request = new Request(`http://localhost:9/p/${token}`);
  const response = await GET(request, { params: Promise.resolve({ token }) });
  return { response, text: await response.text() };
}

it('shows whom the portal belongs to, what it opens, until when, and one plain button', async () => {
  const { token } = await insertLink({
    organizationName: 'Smith & <b>Sons</b>',
    features: ['sso', 'dir_sync'],
    expiresAt: new Date('2099-03-01T10:00:00Z'),
  });
  const { response, text } = await load(token);
  expect(response.status).toBe(200);
  expect(text).toContain('Set up sign-in for Smith &#38; &#60;b&#62;Sons&#60;/b&#62;');
  expect(text).not.toContain('<b>');
  expect(text).toMatch(/single sign-on[\s\S]+SCIM[\s\S]+1 Mar 2099, 10:00:00 UTC/);
  expect(text).toContain(`<form method="post" action="/p/${token}/open"><button>`);
  expect(text).not.toContain('<script');
});

it('counts and writes nothing when it is only looked at', async () => {
  const link = await insertLink();
  await load(link.token);
  expect(await db().portalLink.findUnique({ where: { id: link.id } })).toMatchObject({ openCount: 0 });
  expect(await db().portalLinkOpen.count({ where: { linkId: link.id } })).toBe(0);
});

const past = new Date(Date.now() - 1);

it.each([
  ['expired', { expiresAt: past }, 'This link has expired'],
  ['revoked', { revokedAt: past }, 'This link was withdrawn'],
  ['used up', { openCount: 3, openLimit: 3 }, 'This link is used up'],
])('says of a link that is %s what is wrong and whom to ask', async (_state, changes, title) => {
  const { token } = await insertLink({ ...changes, organizationName: 'Acme Corp' });
  const { response, text } = await load(token);
  expect(response.status).toBe(410);
  expect(text).toContain(title);
  expect(text).toContain('ask the person who sent you the link');
  expect(text).not.toContain('<form');
  expect(text).not.toContain('Acme');
});

it.each(['x', 'A'.repeat(43), "' OR 1=1 --", '%3Cscript%3E'])(
  'knows nothing of the token %s',
  async (token) => {
    const { response, text } = await load(token);
    expect(response.status).toBe(404);
    expect(text).toContain('There is no such link');
    expect(text).not.toContain(token);
  },
);

it('keeps the token from other sites, caches and search engines', async () => {
  const { token } = await insertLink();
  for (const { response } of [await load(token), await load('made-up')]) {
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-type': 'text/html; charset=utf-8',
    });
  }
});

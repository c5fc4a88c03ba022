import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { currentVisit, startVisit } from '@/lib/auth/customer-visit';
import { db } from '@/lib/db';
import { createTestOrganization } from '@/lib/features/portal-links/test-organization';
import { insertLink } from '@/lib/features/portal-links/test-rows';
import { CookieJar } from '@/tests/setup/cookie-jar';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { GET as showLink } from '../p/[token]/route';
import { GET as checkDomain } from './check-domain/route';
import { POST as openPortal } from './portal/route';
import { POST as signOut } from './sign-out/route';

const browser = vi.hoisted(() => ({ jar: null as unknown, origin: '' }));
vi.mock('next/headers', () => ({
  cookies: async () => browser.jar,
  headers: async () => new Headers({ origin: browser.origin }),
}));

withTestDatabase();
const emulator = withEmulator();
const own = 'http://localhost:9';
beforeEach(() => {
  browser.jar = new CookieJar();
  browser.origin = own;
});

async function visiting(changes: Parameters<typeof insertLink>[0] = {}): Promise<{ token: string }> {
  const organizationId = await createTestOrganization();
  await db().customerPage.create({
    data: {
      ...{ environment: 'production', organizationId },
      ...{ switchedOnById: randomUUID(), switchedOnByEmail: 'lead@staff.example' },
    },
  });
  const recipient = { recipientName: 'Jo', recipientEmail: `${randomUUID()}@acme.example` };
  const link = await insertLink({ organizationId, ...recipient, ...changes });
  await startVisit(link.id);
  emulator.current.journal.clear();
  return link;
}

const post = (origin = own) =>
  new Request(`${own}/customer/sign-out`, { method: 'POST', headers: { origin } });
const locationOf = (response: Response) => response.headers.get('location');

describe('the way to the portal', () => {
  it('is a redirect that nothing keeps', async () => {
    await visiting();
    const response = await openPortal();
    expect(response.status).toBe(303);
    expect(locationOf(response)).toMatch(new RegExp(`^${emulator.current.url}/magicLink/`));
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it.each([
    ['a used-up link', { openLimit: 1, openCount: 1 }, /^\/customer\?problem=conflict$/],
    ['no visit', null, /^\/customer$/],
  ])('leads back with %s', async (_what, changes, where) => {
    if (changes) await visiting(changes);
    expect(locationOf(await openPortal())).toMatch(where);
    expect(emulator.current.journal.list('generatePortalLink')).toEqual([]);
  });

  it('says that it failed, with a reference to quote', async () => {
    await visiting();
    emulator.current.faults.add({ operation: 'organizations.generatePortalLink', status: 500 });
    expect(locationOf(await openPortal())).toMatch(/^\/customer\?problem=unavailable&reference=[\w-]+$/);
  });

  it('opens nothing for another site', async () => {
    await visiting();
    browser.origin = 'https://elsewhere.example';
    expect(locationOf(await openPortal())).toBe('/customer?problem=forbidden');
    expect(emulator.current.journal.list('generatePortalLink')).toEqual([]);
  });
});

describe('signing out', () => {
  it('ends the visit', async () => {
    await visiting();
    expect(locationOf(await signOut(post()))).toBe('/customer?signed=out');
    expect(await currentVisit()).toBeNull();
  });

  it('is not for another site to do', async () => {
    await visiting();
    await signOut(post('https://elsewhere.example'));
    expect(await currentVisit()).not.toBeNull();
  });
});

describe('looking up a domain', () => {
  const ask = (domainId: string) =>
    checkDomain(new Request(`${own}/customer/check-domain?domainId=${domainId}`));

  it('answers nobody without a visit', async () => {
    const response = await ask('dom_1');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
  });

  it('takes ids alone: it is no look-up service', async () => {
    await visiting();
    expect((await ask('bank.example')).status).toBe(400);
    expect((await ask('dom_1234')).status).toBe(404);
  });
});

describe("the link's own page", () => {
  const show = async (token: string) =>
    (await showLink(new Request(`${own}/p/${token}`), { params: Promise.resolve({ token }) })).text();

  it('offers the way here to a visit of that link, while it is switched on', async () => {
    const { token } = await visiting();
    expect(await show(token)).toContain('href="/customer"');
    await db().customerPage.deleteMany();
    expect(await show(token)).not.toContain('/customer');
  });

  it('offers it to nobody else', async () => {
    const { token } = await visiting();
    await visiting();
    expect(await show(token), 'a visit of another link').not.toContain('/customer');
    browser.jar = new CookieJar();
    expect(await show(token), 'no visit').not.toContain('/customer');
  });
});

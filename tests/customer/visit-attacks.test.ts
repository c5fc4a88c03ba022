import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { visitCookieName } from '@/lib/auth/cookies';
import { db } from '@/lib/db';
import { createOwnApiKey, revokeOwnApiKey } from '@/lib/features/api-keys/customer-actions';
import { listOwnApiKeys } from '@/lib/features/api-keys/customer-queries';
import { customerWritesPerHour } from '@/lib/server/customer-rate';
import { CookieJar } from '@/tests/setup/cookie-jar';
import { errorOf, keyInput, requestOf, switchOn, visiting } from '@/tests/setup/customer-visiting';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { failureOf } from '@/tests/setup/write';

// The browser of somebody who holds a visit's cookie and nothing else.
const browser = vi.hoisted(() => ({ jar: null as unknown, headers: {} as Record<string, string> }));
vi.mock('next/headers', () => ({
  cookies: async () => browser.jar,
  headers: async () => new Headers(browser.headers),
}));
vi.mock('next/cache', () => ({ refresh: () => {} }));

withTestDatabase();
const emulator = withEmulator();

let jar: CookieJar;
beforeEach(() => {
  jar = new CookieJar();
  browser.jar = jar;
  browser.headers = { origin: 'http://localhost:9', 'sec-fetch-site': 'same-origin' };
});

const arrive = async (changes?: Parameters<typeof visiting>[0]) => {
  const visit = await visiting(changes);
  emulator.current.journal.clear();
  return visit;
};

describe('a visit that is over', () => {
  const refused = async () => {
    expect((await errorOf(createOwnApiKey(requestOf(keyInput())))).code).toBe('unauthenticated');
    expect((await failureOf(listOwnApiKeys({}))).code).toBe('unauthenticated');
    expect(emulator.current.journal.list()).toEqual([]);
  };
  const change = (linkId: string, data: object) => db().portalLink.update({ where: { id: linkId }, data });
  const age = (linkId: string, data: object) => db().portalLinkVisit.updateMany({ where: { linkId }, data });

  it('is let in while it lasts', async () => {
    await arrive();
    expect(await createOwnApiKey(requestOf(keyInput()))).toMatchObject({ ok: true });
    expect((await listOwnApiKeys({})).rows).toHaveLength(1);
  });

  it('by its time is refused', async () => {
    const { linkId } = await arrive();
    await age(linkId, { expiresAt: new Date(Date.now() - 1) });
    await refused();
  });

  it('by its link, revoked or expired, is refused', async () => {
    const { linkId } = await arrive();
    await change(linkId, { revokedAt: new Date() });
    await refused();
    await change(linkId, { revokedAt: null, expiresAt: new Date(Date.now() - 1) });
    await refused();
  });

  it('by signing out is refused, its cookie replayed too', async () => {
    const { linkId } = await arrive();
    const cookie = jar.get(visitCookieName())?.value ?? '';
    await age(linkId, { endedAt: new Date() });
    jar.set(visitCookieName(), cookie);
    await refused();
  });

  it.each(['', 'x', 'A'.repeat(43)])('or never was, with the cookie %j, is refused', async (cookie) => {
    await arrive();
    jar.set(visitCookieName(), cookie);
    await refused();
  });
});

describe('the page', () => {
  it('switched off in the middle of a visit refuses from then on', async () => {
    const { organizationId } = await arrive();
    expect(await createOwnApiKey(requestOf(keyInput()))).toMatchObject({ ok: true });
    await db().customerPage.deleteMany({ where: { organizationId } });
    emulator.current.journal.clear();
    const error = await errorOf(createOwnApiKey(requestOf(keyInput())));
    expect(error).toMatchObject({ code: 'forbidden', message: expect.stringContaining('switched off') });
    expect((await failureOf(listOwnApiKeys({}))).code).toBe('forbidden');
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it('switched on elsewhere opens nothing here: by organization and by environment', async () => {
    const { organizationId } = await arrive();
    await db().customerPage.deleteMany({ where: { organizationId } });
    await switchOn(await newOrganization());
    await db().customerPage.create({
      data: {
        ...{ environment: 'development', organizationId, switchedOnById: randomUUID() },
        switchedOnByEmail: 'lead@staff.example',
      },
    });
    expect((await failureOf(listOwnApiKeys({}))).code).toBe('forbidden');
  });

  it.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['no browser', {}],
    ['a link on another site', { 'sec-fetch-site': 'cross-site' }],
  ])('takes nothing from %s', async (_who, headers) => {
    await arrive();
    browser.headers = headers as Record<string, string>;
    expect((await errorOf(createOwnApiKey(requestOf(keyInput())))).code).toBe('forbidden');
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it('runs a form once, however often it is sent', async () => {
    await arrive();
    const request = requestOf(keyInput());
    const results = await Promise.all(Array.from({ length: 5 }, () => createOwnApiKey(request)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await listOwnApiKeys({})).rows).toHaveLength(1);
  });

  it('stops somebody who guesses ids, over all of their visits', async () => {
    const { organizationId, recipientEmail } = await arrive();
    await db().staffLog.createMany({
      data: Array.from({ length: customerWritesPerHour - 1 }, () => ({
        ...{ environment: 'production', kind: 'denied', organizationId, action: 'api_key.revoke' },
        ...{ actorEmail: recipientEmail, actorRole: 'customer' },
      })),
    });
    const guess = () => errorOf(revokeOwnApiKey(requestOf({ tokenId: 'apit_12345678' })));
    expect((await guess()).code).toBe('not_found');
    emulator.current.journal.clear();
    expect((await guess()).code).toBe('rate_limited');
    expect(emulator.current.journal.list()).toEqual([]);
  });
});

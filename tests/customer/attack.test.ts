import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { visitCookieName } from '@/lib/auth/cookies';
import { startVisit } from '@/lib/auth/customer-visit';
import { db } from '@/lib/db';
import type { ErrorView, Result } from '@/lib/errors';
import { createOwnApiKey, revokeOwnApiKey } from '@/lib/features/api-keys/customer-actions';
import { listOwnApiKeys } from '@/lib/features/api-keys/customer-queries';
import { insertLink } from '@/lib/features/portal-links/test-rows';
import { scalekitClient } from '@/lib/scalekit/client';
import { customerWritesPerHour } from '@/lib/server/customer-rate';
import { CookieJar } from '@/tests/setup/cookie-jar';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { readSources, repoRoot } from '@/tests/setup/source-files';
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

const minuteMs = 60_000;
const keyInput = () => ({
  ...{ description: 'Nightly import', expiresAt: new Date(Date.now() + 60 * minuteMs).toISOString() },
});
const requestOf = <Input>(input: Input) => ({ environment: 'production', submissionId: randomUUID(), input });
const writes = () => emulator.current.journal.list().filter(({ verb }) => verb !== 'GET');

/** Somebody on the page of an organization of their own, which is switched on. */
async function visiting(changes: Parameters<typeof insertLink>[0] = {}) {
  const organizationId = await newOrganization();
  await switchOn(organizationId);
  const recipientEmail = `${randomUUID().slice(0, 8)}@customer.example`;
  const link = await insertLink({ organizationId, recipientName: 'Jo Reed', recipientEmail, ...changes });
  await startVisit(link.id);
  emulator.current.journal.clear();
  return { organizationId, linkId: link.id, recipientEmail };
}

const switchOn = (organizationId: string) =>
  db().customerPage.create({
    data: {
      ...{ environment: 'production', organizationId },
      ...{ switchedOnById: randomUUID(), switchedOnByEmail: 'lead@staff.example' },
    },
  });

async function errorOf(call: Promise<Result<unknown>>): Promise<ErrorView> {
  const result = await call;
  return result.ok ? expect.fail('it was let through') : result.error;
}

type Made = ((...input: never[]) => Promise<unknown>) & { definition: { permission: string } };

/** Every export that a maker made, found in the sources, so that none can be forgotten. */
async function findMade(maker: string): Promise<[string, Made][]> {
  const files = readSources().filter(
    ({ path, text }) => path.startsWith('lib/features/') && text.includes(`${maker}(`),
  );
  const modules = await Promise.all(
    files
      .filter(({ path }) => !path.endsWith('.test.ts'))
      .map(async ({ path, text }) => ({
        path,
        text,
        exports: (await import(/* @vite-ignore */ `${repoRoot}/${path}`)) as Record<string, unknown>,
      })),
  );
  return modules.flatMap(({ path, text, exports }) =>
    Object.entries(exports)
      .filter(([name]) => text.includes(`export const ${name} = ${maker}(`))
      .map(([name, value]): [string, Made] => [`${path} ${name}`, value as Made]),
  );
}

describe("with a visit's cookie alone", () => {
  it('every action of the console is refused as unauthenticated, and nothing leaves', async () => {
    const { organizationId, recipientEmail } = await visiting();
    const actions = await findMade('defineAction');
    expect(actions.length).toBeGreaterThan(50);
    for (const [name, action] of actions) {
      const request = requestOf({ organizationId, userId: 'usr_1', linkId: randomUUID() });
      const error = await errorOf(action(request as never) as Promise<Result<unknown>>);
      expect(error.code, name).toBe('unauthenticated');
    }
    expect(emulator.current.journal.list()).toEqual([]);
    expect(await db().staffLog.count({ where: { actorEmail: recipientEmail } })).toBe(0);
  });

  it('every query of the console is refused as unauthenticated', async () => {
    const { organizationId } = await visiting();
    const queries = await findMade('defineQuery');
    expect(queries.length).toBeGreaterThan(50);
    for (const [name, query] of queries) {
      const error = await failureOf(query('production' as never, { organizationId } as never));
      expect(error.code, name).toBe('unauthenticated');
    }
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it('the value of the cookie is no session of staff', async () => {
    const { organizationId } = await visiting();
    jar.set('keydesk.session', jar.get(visitCookieName())?.value ?? '');
    const [first] = await findMade('defineAction');
    const error = await errorOf(
      first?.[1](requestOf({ organizationId }) as never) as Promise<Result<unknown>>,
    );
    expect(error.code).toBe('unauthenticated');
  });
});

describe('every act of the page', () => {
  it('is refused without a visit, and nothing leaves', async () => {
    const acts = [...(await findMade('defineCustomerAction'))];
    expect(acts.length).toBe(7);
    for (const [name, act] of acts) {
      const error = await errorOf(act(requestOf({}) as never) as Promise<Result<unknown>>);
      expect(error.code, name).toBe('unauthenticated');
    }
    for (const [name, query] of await findMade('defineCustomerQuery')) {
      expect((await failureOf(query({} as never))).code, name).toBe('unauthenticated');
    }
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it("with a second organization's ids is refused, and that one stays as it was", async () => {
    const other = await newOrganization();
    const { users, tokens, domains } = scalekitClient('production');
    const ids = await Promise.all([
      users.createUserAndMembership({ organizationId: other, user: { email: 'ida@other.example' } }),
      tokens.createToken({ token: { organizationId: other } }),
      domains.createDomain({
        identities: { case: 'organizationId', value: other },
        domain: { domain: 'other.example', domainType: 2 },
      }),
    ]);
    const [{ user }, { tokenId }, { domain }] = ids;
    await visiting();
    const input = { userId: user?.id, tokenId, domainId: domain?.id, organizationId: other };
    const withIds = (await findMade('defineCustomerAction')).filter(([, act]) => {
      const { check, input: schema } = act.definition as unknown as {
        check: unknown;
        input: { shape: Record<string, unknown> };
      };
      const ids = Object.keys(schema.shape).filter((field) => /Id$/.test(field));
      expect(Object.keys(schema.shape), 'no form names the organization').not.toContain('organizationId');
      if (ids.length > 0) expect(check, 'ids are checked').toBeTypeOf('function');
      return ids.length > 0;
    });
    expect(withIds.map(([name]) => name.split(' ')[1]).sort()).toEqual([
      'removeOwnMember',
      'resendOwnInvitation',
      'revokeOwnApiKey',
      'verifyOwnDomain',
    ]);
    for (const [name, act] of withIds) {
      const error = await errorOf(act(requestOf(input) as never) as Promise<Result<unknown>>);
      expect(error.code, name).toBe('not_found');
    }
    // The look-up of a key is a POST that only reads.
    expect(writes().filter(({ operation }) => operation !== 'tokens.validateToken')).toEqual([]);
  });
});

describe('a visit that is over', () => {
  const refused = async () => {
    expect((await errorOf(createOwnApiKey(requestOf(keyInput())))).code).toBe('unauthenticated');
    expect((await failureOf(listOwnApiKeys({}))).code).toBe('unauthenticated');
    expect(emulator.current.journal.list()).toEqual([]);
  };
  const change = (linkId: string, data: object) => db().portalLink.update({ where: { id: linkId }, data });
  const age = (linkId: string, data: object) => db().portalLinkVisit.updateMany({ where: { linkId }, data });

  it('is let in while it lasts', async () => {
    await visiting();
    expect(await createOwnApiKey(requestOf(keyInput()))).toMatchObject({ ok: true });
    expect((await listOwnApiKeys({})).rows).toHaveLength(1);
  });

  it('by its time is refused', async () => {
    const { linkId } = await visiting();
    await age(linkId, { expiresAt: new Date(Date.now() - 1) });
    await refused();
  });

  it('by its link, revoked or expired, is refused', async () => {
    const { linkId } = await visiting();
    await change(linkId, { revokedAt: new Date() });
    await refused();
    await change(linkId, { revokedAt: null, expiresAt: new Date(Date.now() - 1) });
    await refused();
  });

  it('by signing out is refused, its cookie replayed too', async () => {
    const { linkId } = await visiting();
    const cookie = jar.get(visitCookieName())?.value ?? '';
    await age(linkId, { endedAt: new Date() });
    jar.set(visitCookieName(), cookie);
    await refused();
  });

  it.each(['', 'x', 'A'.repeat(43)])('or never was, with the cookie %j, is refused', async (cookie) => {
    await visiting();
    jar.set(visitCookieName(), cookie);
    await refused();
  });
});

describe('the page', () => {
  it('switched off in the middle of a visit refuses from then on', async () => {
    const { organizationId } = await visiting();
    expect(await createOwnApiKey(requestOf(keyInput()))).toMatchObject({ ok: true });
    await db().customerPage.deleteMany({ where: { organizationId } });
    emulator.current.journal.clear();
    const error = await errorOf(createOwnApiKey(requestOf(keyInput())));
    expect(error).toMatchObject({ code: 'forbidden', message: expect.stringContaining('switched off') });
    expect((await failureOf(listOwnApiKeys({}))).code).toBe('forbidden');
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it('switched on elsewhere opens nothing here: by organization and by environment', async () => {
    const { organizationId } = await visiting();
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
    await visiting();
    browser.headers = headers as Record<string, string>;
    expect((await errorOf(createOwnApiKey(requestOf(keyInput())))).code).toBe('forbidden');
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it('runs a form once, however often it is sent', async () => {
    await visiting();
    const request = requestOf(keyInput());
    const results = await Promise.all(Array.from({ length: 5 }, () => createOwnApiKey(request)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await listOwnApiKeys({})).rows).toHaveLength(1);
  });

  it('stops somebody who guesses ids, over all of their visits', async () => {
    const { organizationId, recipientEmail } = await visiting();
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

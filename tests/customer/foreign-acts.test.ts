import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { visitCookieName } from '@/lib/auth/cookies';
import { db } from '@/lib/db';
import type { Result } from '@/lib/errors';
import { scalekitClient } from '@/lib/scalekit/client';
import { CookieJar } from '@/tests/setup/cookie-jar';
import { errorOf, findMade, requestOf, visiting } from '@/tests/setup/customer-visiting';
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
const writes = () => emulator.current.journal.list().filter(({ verb }) => verb !== 'GET');

// Every feature is loaded for it.
vi.setConfig({ testTimeout: 60_000 });

describe("with a visit's cookie alone", () => {
  it('every action of the console is refused as unauthenticated, and nothing leaves', async () => {
    const { organizationId, recipientEmail } = await arrive();
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
    const { organizationId } = await arrive();
    const queries = await findMade('defineQuery');
    expect(queries.length).toBeGreaterThan(50);
    for (const [name, query] of queries) {
      const error = await failureOf(query('production' as never, { organizationId } as never));
      expect(error.code, name).toBe('unauthenticated');
    }
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it('the value of the cookie is no session of staff', async () => {
    const { organizationId } = await arrive();
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
    await arrive();
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

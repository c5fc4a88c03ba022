import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db';
import { CookieJar } from '@/tests/setup/cookie-jar';
import { withTestDatabase } from '@/tests/setup/database';
import { currentVisit, endVisit, readVisit, startVisit } from './customer-visit';
import { currentSession } from './session';
import { hashToken } from './session-token';
import { startSession } from './staff-session';

const { jar } = vi.hoisted(() => ({ jar: { current: null as unknown } }));
vi.mock('next/headers', () => ({
  cookies: async () => jar.current,
  headers: async () => new Headers(),
}));

withTestDatabase();
let browser: CookieJar;
beforeEach(() => {
  browser = new CookieJar();
  jar.current = browser;
});

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const now = new Date();
const later = (ms: number) => new Date(now.getTime() + ms);

async function insertLink(changes: object = {}): Promise<string> {
  const { id } = await db().portalLink.create({
    data: {
      ...{ environment: 'production', organizationId: 'org_1', organizationName: 'Acme Corp' },
      ...{ recipientName: 'Jo Reed', recipientEmail: 'jo@acme.example', features: ['sso'] },
      ...{ tokenHash: randomUUID(), openLimit: 10, expiresAt: later(24 * hourMs) },
      ...{ createdById: randomUUID(), createdByEmail: 'maker@staff.example' },
      ...changes,
    },
  });
  return id;
}

const cookie = () => browser.get('keydesk.visit')?.value;
const update = (id: string, data: object) => db().portalLink.update({ where: { id }, data });

describe('a visit', () => {
  it('is a cookie of its own, of which Postgres keeps the hash', async () => {
    const linkId = await insertLink();
    await startVisit(linkId, now);
    const token = cookie() ?? '';
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(browser.optionsOf('keydesk.visit')).toMatchObject({
      ...{ httpOnly: true, sameSite: 'lax', path: '/', secure: false, expires: later(2 * hourMs) },
    });
    const [row] = await db().portalLinkVisit.findMany({ where: { linkId } });
    expect(row).toMatchObject({ tokenHash: hashToken(token), endedAt: null, expiresAt: later(2 * hourMs) });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await currentVisit()).toEqual({
      ...{ visitId: row?.id, linkId, environment: 'production', organizationId: 'org_1' },
      ...{ recipientEmail: 'jo@acme.example', recipientName: 'Jo Reed', expiresAt: later(2 * hourMs) },
    });
  });

  it('ends two hours after the code, whatever happens', async () => {
    await startVisit(await insertLink(), now);
    expect(await readVisit(cookie(), later(2 * hourMs - 1))).not.toBeNull();
    expect(await readVisit(cookie(), later(2 * hourMs))).toBeNull();
  });

  it('never outlives its link', async () => {
    await startVisit(await insertLink({ expiresAt: later(30 * minuteMs) }), now);
    expect(browser.optionsOf('keydesk.visit')).toMatchObject({ expires: later(30 * minuteMs) });
    expect(await readVisit(cookie(), later(30 * minuteMs))).toBeNull();
  });

  it.each([
    ['is revoked', { revokedAt: now }],
    ['has expired', { expiresAt: later(-1) }],
  ])('is over at once when its link %s', async (_how, change) => {
    const linkId = await insertLink();
    await startVisit(linkId, now);
    await update(linkId, change);
    expect(await currentVisit()).toBeNull();
    await expect(startVisit(linkId)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('goes on when the link is used up', async () => {
    const linkId = await insertLink();
    await startVisit(linkId, now);
    await update(linkId, { openCount: 10 });
    expect(await currentVisit()).toMatchObject({ linkId });
  });

  it('cannot begin for a link without a recipient: nobody has proved anything', async () => {
    const linkId = await insertLink({ recipientName: null, recipientEmail: null });
    await expect(startVisit(linkId)).rejects.toMatchObject({ code: 'not_found' });
    expect(cookie()).toBeUndefined();
  });
});

describe('ending', () => {
  it('takes the cookie back and refuses its value from then on', async () => {
    await startVisit(await insertLink(), now);
    const replayed = cookie();
    await endVisit();
    expect(cookie()).toBeUndefined();
    expect(await readVisit(replayed)).toBeNull();
    await endVisit();
  });

  it('happens to the visit before when another begins in the same browser', async () => {
    await startVisit(await insertLink(), now);
    const first = cookie();
    const second = await insertLink({ organizationId: 'org_2' });
    await startVisit(second, now);
    expect(await readVisit(first)).toBeNull();
    expect(await currentVisit()).toMatchObject({ linkId: second, organizationId: 'org_2' });
  });
});

describe('visits and sessions of staff', () => {
  it('are never one another', async () => {
    await startVisit(await insertLink(), now);
    browser.set('keydesk.session', cookie() ?? '');
    expect(await currentSession()).toEqual({ state: 'ended' });

    const staff = await db().staff.create({
      data: { email: 'sam@staff.example', name: 'Sam', effectiveRole: 'admin' },
    });
    const about = { staffId: staff.id, authTime: null, idToken: null, userAgent: null, previousToken: null };
    await startSession({ token: 'staff-token', ...about });
    browser.set('keydesk.session', 'staff-token');
    expect(await currentSession()).toMatchObject({ state: 'live' });
    browser.set('keydesk.visit', 'staff-token');
    expect(await currentVisit()).toBeNull();
  });

  it.each(['', 'x', 'A'.repeat(43), "' OR 1=1 --"])('are none for the made-up cookie %j', async (token) => {
    expect(await readVisit(token)).toBeNull();
  });
});

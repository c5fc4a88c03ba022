import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { FaultInput } from '@/emulator/faults';
import { db } from '@/lib/db';
import { revokePortalLink } from '@/lib/features/portal-links/actions';
import { createTestOrganization } from '@/lib/features/portal-links/test-organization';
import { dumpDatabase, insertLink } from '@/lib/features/portal-links/test-rows';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { whileFrozen } from '@/tests/setup/freeze';
import { whileSilent } from '@/tests/setup/silence';
import { write } from '@/tests/setup/write';
import { GET, POST } from './route';

withTestDatabase();
const emulator = withEmulator();

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0';

function press(token: string, headers: Record<string, string> = { origin: 'null' }): Promise<Response> {
  const url = `http://localhost:9/p/${token}/open`;
  const request = new Request(url, {
    method: 'POST',
    headers: { host: 'localhost:9', 'x-forwarded-for': '203.0.113.7', 'user-agent': firefox, ...headers },
  });
  return POST(request, { params: Promise.resolve({ token }) });
}

async function insertOwnLink(changes: Parameters<typeof insertLink>[0] = {}) {
  return insertLink({ organizationId: await createTestOrganization(), ...changes });
}

const read = (id: string) => db().portalLink.findUniqueOrThrow({ where: { id } });
const opensOf = (linkId: string) =>
  db().portalLinkOpen.findMany({ where: { linkId }, orderBy: { at: 'asc' } });
const noticesOf = (id: string) => db().staffLog.findMany({ where: { targetId: id, kind: 'notice' } });
const mintsFor = (organizationId: string) =>
  emulator.current.journal.list('generatePortalLink').filter(({ path }) => path.includes(organizationId));

describe('a link that works', () => {
  it('mints a fresh Scalekit link and leads there', async () => {
    const link = await insertOwnLink({ features: ['sso', 'dir_sync'] });
    const response = await press(link.token);
    const location = response.headers.get('location') ?? '';
    expect(response.status).toBe(303);
    expect(location).toMatch(new RegExp(`^${emulator.current.url}/magicLink/`));
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(location, { redirect: 'manual' })).headers.get('location')).toBe('/portal');
    const [mint] = mintsFor(link.organizationId);
    expect(mint?.request).toMatchObject({ features: ['sso', 'dir_sync'] });
  });

  it('counts the open, and says in the timeline and the staff log who it was', async () => {
    const link = await insertOwnLink();
    await press(link.token);
    expect(await read(link.id)).toMatchObject({
      openCount: 1,
      lastScalekitLinkId: expect.stringMatching(/^lnk_/),
    });
    expect(await opensOf(link.id)).toMatchObject([
      { outcome: 'opened', ip: '203.0.113.7', userAgent: firefox, requestId: null },
    ]);
    expect(await noticesOf(link.id)).toMatchObject([
      {
        action: 'portal_link.open',
        actorId: null,
        actorRole: 'visitor',
        organizationId: link.organizationId,
        details: { outcome: 'opened' },
      },
    ]);
  });

  it('leaves neither its token nor the location in the database', async () => {
    const link = await insertOwnLink();
    const location = (await press(link.token)).headers.get('location') ?? '';
    const everything = await dumpDatabase();
    expect(everything).toContain(link.tokenHash);
    expect(everything).not.toContain(link.token);
    expect(everything).not.toContain(location.split('/').at(-1));
  });

  it.each([
    [undefined, 303],
    ['null', 303],
    ['http://localhost:9', 303],
    ['https://evil.example', 403],
  ])('takes a form from the origin %s with %i', async (origin, status) => {
    const link = await insertOwnLink();
    const response = await press(link.token, origin ? { origin } : {});
    expect(response.status).toBe(status);
    expect(await read(link.id)).toMatchObject({ openCount: status === 303 ? 1 : 0 });
  });

  it('lets exactly as many of 50 presses at once through as it allows', async () => {
    const link = await insertOwnLink({ openLimit: 10 });
    const presses = await Promise.all(Array.from({ length: 50 }, () => press(link.token)));
    const statuses = presses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(10);
    expect(statuses.filter((status) => status === 410)).toHaveLength(40);
    expect(mintsFor(link.organizationId)).toHaveLength(10);
    expect(new Set(presses.map(({ headers }) => headers.get('location'))).size).toBe(11);
    expect(await read(link.id)).toMatchObject({ openCount: 10 });
  });
});

describe('a link that does not', () => {
  const past = new Date(Date.now() - 1);

  it.each([
    ['refused_expired', { expiresAt: past }],
    ['refused_revoked', { revokedAt: past }],
    ['refused_used_up', { openCount: 10 }],
  ])('mints nothing: %s', async (outcome, changes) => {
    const link = await insertLink({ organizationId: `org_${Date.now()}`, ...changes });
    const response = await press(link.token);
    expect(response.status).toBe(410);
    expect(await response.text()).toContain('ask the person who sent you the link');
    expect(await opensOf(link.id)).toMatchObject([{ outcome, ip: '203.0.113.7' }]);
    expect(mintsFor(link.organizationId)).toEqual([]);
    await press(link.token);
    expect(await opensOf(link.id), 'the same refusal within a minute is folded').toHaveLength(1);
  });

  it.each(['x', 'A'.repeat(43)])('mints nothing for the made-up token %s', async (token) => {
    emulator.current.journal.clear();
    const response = await press(token);
    expect(response.status).toBe(404);
    expect(emulator.current.journal.list()).toEqual([]);
  });
});

describe('when Scalekit fails', () => {
  it.each([
    [404, 'not_found'],
    [409, 'conflict'],
    [429, 'rate_limited'],
    [503, 'unavailable'],
  ])('gives the open back when it answers %i, and shows the same button', async (status, errorCode) => {
    const link = await insertOwnLink();
    emulator.current.faults.add({ operation: 'generatePortalLink', status });
    const response = await press(link.token);
    const text = await response.text();
    const [open] = await opensOf(link.id);
    expect(response.status).toBe(503);
    expect(open).toMatchObject({ outcome: 'failed_upstream', requestId: expect.any(String) });
    expect(text).toContain(`<code>${open?.requestId}</code>`);
    expect(text).toContain(`action="/p/${link.token}/open"`);
    expect(await read(link.id)).toMatchObject({ openCount: 0, lastScalekitLinkId: null });
    expect(await noticesOf(link.id)).toMatchObject([
      { details: { outcome: 'failed_upstream', errorCode }, requestId: open?.requestId },
    ]);
    emulator.current.faults.clear();
    expect((await press(link.token)).status).toBe(303);
  });

  it.each<[string, FaultInput | null]>([
    ['does not answer', null],
    ['breaks off after minting', { answer: 'reset', when: 'after' }],
    ['answers no JSON', { answer: 'not-json', status: 200 }],
  ])('keeps the open when it %s: a link may exist', async (_how, fault) => {
    const link = await insertOwnLink({ openLimit: 2 });
    const operation = 'generatePortalLink';
    if (fault) emulator.current.faults.add({ operation, ...fault });
    const act = () => press(link.token);
    const pressOnce = () => (fault ? act() : whileSilent(emulator.current, operation, act));
    const first = await pressOnce();
    expect(first.status).toBe(503);
    expect(await first.text()).toMatch(/it is unknown whether[\s\S]+Press the button again/);
    const last = await (await pressOnce()).text();
    expect(last).toContain('This link is used up');
    expect(last).not.toContain('<form');
    expect(await opensOf(link.id)).toMatchObject([{ outcome: 'unknown' }, { outcome: 'unknown' }]);
    expect(await read(link.id)).toMatchObject({ openCount: 2 });
  });
});

it('hands out nothing and leaves nothing behind when it is revoked while minting', async () => {
  const link = await insertOwnLink();
  emulator.current.faults.add({ operation: 'generatePortalLink', latencyMs: 400 });
  const pressed = press(link.token);
  while (mintsFor(link.organizationId).length === 0) await sleep(10);
  const input = { organizationId: link.organizationId, linkId: link.id };
  expect(await write(revokePortalLink, input)).toEqual({ lastMinted: 'none' });

  const response = await pressed;
  expect(response.status).toBe(410);
  expect(response.headers.get('location')).toBeNull();
  expect(emulator.current.store.portalLinks.findBy('organizationId', link.organizationId)).toEqual([]);
  expect(await opensOf(link.id)).toMatchObject([{ outcome: 'refused_revoked' }]);
  expect(await read(link.id)).toMatchObject({ lastScalekitLinkId: null });
});

it('leads from the address of a failed press back to the page', async () => {
  const request = new Request('http://localhost:9/p/abc/open');
  const response = await GET(request, { params: Promise.resolve({ token: 'abc' }) });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/p/abc']);
});

it('waits for the end of a freeze, and takes nothing meanwhile', async () => {
  const link = await insertOwnLink();
  await whileFrozen(async () => {
    const text = await (await press(link.token)).text();
    expect(text).toContain('paused for the moment');
    expect(text).not.toContain('A migration');
    expect(text).not.toContain('/open"');
    expect(mintsFor(link.organizationId)).toEqual([]);
    expect(await read(link.id)).toMatchObject({ openCount: 0 });
    expect(await opensOf(link.id)).toMatchObject([{ outcome: 'refused_frozen' }]);
  });
  expect((await press(link.token)).status).toBe(303);
});

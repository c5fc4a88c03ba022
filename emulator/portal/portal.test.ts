import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
let org: Json;

beforeAll(async () => {
  test = await TestEmulator.start();
  org = await test.organization({ display_name: 'Smith & <Sons>' });
});
afterAll(() => test.stop());

async function newLink(query = ''): Promise<Json> {
  return (await test.call('PUT', `/organizations/${org.id}/portal_links${query}`)).json.link;
}

const open = (location: string, method = 'GET') => fetch(location, { method, redirect: 'manual' });

async function follow(location: string): Promise<Response> {
  const opened = await open(location);
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const target = new URL(opened.headers.get('location') ?? '', location);
  return fetch(target, { headers: { cookie } });
}

describe('a portal link', () => {
  it('lives one minute at a place that cannot be guessed', async () => {
    const link = await newLink();
    expect(link.id).toMatch(/^lnk_\d{18}$/);
    expect(link.location).toMatch(/\/magicLink\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const lifetime = Date.parse(link.expire_time) - test.emulator.clock.now();
    expect(Math.abs(lifetime - 60_000)).toBeLessThan(2000);
    expect(JSON.stringify(test.emulator.store.portalLinks.all())).not.toContain(link.location.slice(-36));
  });

  it('opens the portal of its organization, with what it covers', async () => {
    const response = await follow((await newLink('?features=sso')).location);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('Admin portal of Smith &amp; &lt;Sons&gt;');
    expect(html).toContain('Single sign-on');
    expect(html).not.toContain('Directory sync');
  });

  it('covers what is switched on when nothing is chosen', async () => {
    const features = [{ name: 'dir_sync', enabled: true }];
    await test.call('PATCH', `/organizations/${org.id}/settings`, { features });
    const html = await (await follow((await newLink()).location)).text();
    expect(html).toContain('Single sign-on');
    expect(html).toContain('Directory sync');
  });

  it('sets a cookie that scripts cannot read and leaves no referrer', async () => {
    const { status, headers } = await open((await newLink()).location);
    expect(status).toBe(303);
    expect(headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax; Max-Age=21600/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('works once', async () => {
    const { location } = await newLink();
    await open(location);
    const again = await open(location);
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('used already');
  });

  it('is not spent by a HEAD request', async () => {
    const { location } = await newLink();
    await open(location, 'HEAD');
    expect((await open(location)).status).toBe(303);
  });

  it('expires', async () => {
    const { location } = await newLink();
    test.emulator.clock.shift(60_001);
    const late = await open(location);
    test.emulator.clock.reset();
    expect(late.status).toBe(410);
    expect(await late.text()).toContain('expired');
  });

  it('is gone when it is deleted, and its id then unknown', async () => {
    const { id, location } = await newLink();
    const path = `/organizations/${org.id}/portal_links/${id}`;
    expect((await test.call('DELETE', path)).json).toEqual({});
    expect((await open(location)).status).toBe(404);
    expect((await test.call('DELETE', path)).status).toBe(404);
  });

  it('cannot be deleted through another organization', async () => {
    const other = await test.organization();
    const { id, location } = await newLink();
    const answer = await test.call('DELETE', `/organizations/${other.id}/portal_links/${id}`);
    expect(answer.status).toBe(404);
    expect((await open(location)).status).toBe(303);
  });
});

describe('the portal', () => {
  it('asks for a link where there is no session, or an old one', async () => {
    expect((await fetch(`${test.emulator.url}/portal`)).status).toBe(401);
    const opened = await open((await newLink()).location);
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
    test.emulator.clock.shift(6 * 3_600_000 + 1);
    expect((await fetch(`${test.emulator.url}/portal`, { headers: { cookie } })).status).toBe(401);
    test.emulator.clock.reset();
  });

  it('is in the journal without the secret of the link', async () => {
    const { location } = await newLink();
    await open(location);
    const entries = test.emulator.journal.list('portal/open');
    expect(entries.at(-1)).toMatchObject({ path: '/portal/open', status: 303, transport: 'page' });
    expect(JSON.stringify(entries)).not.toContain(location.slice(-36));
  });
});

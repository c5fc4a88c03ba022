import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import { getPortalLink, listPortalLinks } from './queries';
import { portalLinkPageSize } from './schema';
import { insertLink } from './test-rows';

withTestDatabase();

const person = testPrincipal({ role: 'viewer' });
const list = (input: object, principal = person) =>
  runQuery(listPortalLinks.definition, 'production', principal, input);
const get = (input: object, principal = person) =>
  runQuery(getPortalLink.definition, 'production', principal, input);

describe('listPortalLinks', () => {
  it('says in which state each link is, newest first', async () => {
    const organizationId = 'org_101';
    const past = new Date(Date.now() - 1);
    await insertLink({ organizationId, note: 'active' });
    await insertLink({ organizationId, note: 'expired', expiresAt: past });
    await insertLink({ organizationId, note: 'revoked', expiresAt: past, revokedAt: past, openCount: 10 });
    await insertLink({ organizationId, note: 'used_up', openCount: 10 });
    const page = await list({ organizationId });
    expect(page.rows.map(({ note, state }) => [note, state])).toEqual([
      ['used_up', 'used_up'],
      ['revoked', 'revoked'],
      ['expired', 'expired'],
      ['active', 'active'],
    ]);
    expect(page).toMatchObject({ total: 4, nextToken: null, previousToken: null });
  });

  it('walks its pages forth and back', async () => {
    const organizationId = 'org_102';
    for (let index = 0; index < portalLinkPageSize + 3; index += 1) {
      await insertLink({ organizationId, note: String(index) });
    }
    const first = await list({ organizationId });
    const second = await list({ organizationId, pageToken: first.nextToken });
    expect(first.rows).toHaveLength(portalLinkPageSize);
    expect(second.rows.map(({ note }) => note)).toEqual(['2', '1', '0']);
    expect(second).toMatchObject({ total: portalLinkPageSize + 3, nextToken: null });
    expect(await list({ organizationId, pageToken: second.previousToken })).toEqual(first);
  });

  it('keeps environments and organizations apart', async () => {
    const organizationId = 'org_103';
    await insertLink({ organizationId, environment: 'development' });
    await insertLink({ organizationId: 'org_104' });
    expect(await list({ organizationId })).toMatchObject({ rows: [], total: 0 });
  });

  it('keeps a limited person to their customers', async () => {
    const limited = testPrincipal({ customers: new Set(['org_105']) });
    await insertLink({ organizationId: 'org_106' });
    await expect(list({ organizationId: 'org_106' }, limited)).rejects.toMatchObject({ code: 'not_found' });
    expect(await list({ organizationId: 'org_105' }, limited)).toMatchObject({ rows: [] });
  });

  it('never holds the token or its hash', async () => {
    const { token, tokenHash, organizationId } = await insertLink({ organizationId: 'org_107' });
    const shown = JSON.stringify(await list({ organizationId }));
    expect(shown).toContain('maker@staff.example');
    expect(shown).not.toContain(token);
    expect(shown).not.toContain(tokenHash);
  });
});

describe('getPortalLink', () => {
  it('shows the opens newest first, the browser in words', async () => {
    const link = await insertLink({ organizationId: 'org_110' });
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0';
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute));
    await db().portalLinkOpen.createMany({
      data: [
        { linkId: link.id, outcome: 'opened', at: at(1), ip: '203.0.113.7', userAgent },
        { linkId: link.id, outcome: 'failed_upstream', at: at(2), requestId: 'req_1' },
      ],
    });
    const { opens } = await get({ organizationId: 'org_110', linkId: link.id });
    expect(opens.map(({ openId, ...open }) => open)).toEqual([
      {
        at: '2026-03-01T10:02:00.000Z',
        outcome: 'failed_upstream',
        ip: null,
        browser: null,
        requestId: 'req_1',
      },
      {
        at: '2026-03-01T10:01:00.000Z',
        outcome: 'opened',
        ip: '203.0.113.7',
        browser: 'Firefox 131 on Linux',
        requestId: null,
      },
    ]);
  });

  it('answers for the link of another organization as for one that does not exist', async () => {
    const { id } = await insertLink({ organizationId: 'org_111' });
    const limited = testPrincipal({ customers: new Set(['org_112']) });
    const missing = '01890000-0000-7000-8000-000000000000';
    const answer = async (linkId: string) =>
      String(await failureOf(get({ organizationId: 'org_112', linkId }, limited)));
    expect(await answer(id)).toBe((await answer(missing)).replace(missing, id));
    await expect(get({ organizationId: 'org_111', linkId: id }, limited)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

import { beforeEach, expect, it } from 'vitest';
import { writeMarkdown } from '@/components/evidence-pack/write-markdown';
import type { SessionRow } from '@/emulator/sessions/rows';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { type ScalekitClient, scalekitClient } from '@/lib/scalekit/client';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { makeEvidencePack } from './actions';
import { mostAdministrators, sessionsPart } from './sessions';

withTestDatabase();
const emulator = withEmulator();
const lead = (part = {}) => testPrincipal({ role: 'lead', ...part });
const pack = (organizationId: string, somebody = lead()) =>
  write(makeEvidencePack, { organizationId }, somebody);

/** One part of a new pack, and how the document tells it. */
async function partOf(organizationId: string, title: string) {
  const made = await pack(organizationId);
  const [, text = ''] = writeMarkdown(made).split(`## ${title}\n`);
  return { ...made.parts.find((part) => part.title === title), text: text.split('\n## ')[0] };
}

const newKey = (organizationId: string) =>
  scalekitClient('production').tokens.createToken({ token: { organizationId, description: 'Nightly' } });

// A 429 of the test before has halved what this one may spend.
beforeEach(() => db().apiBudget.deleteMany());

it('gathers keys as they are now and acts with their seals, holds no secret, and is noted in the staff log', async () => {
  const organizationId = await newOrganization();
  const created = await newKey(organizationId);
  const somebody = lead();
  await pack(organizationId, somebody);
  const made = await pack(organizationId, somebody);
  const part = (title: string) => made.parts.find((one) => one.title === title)?.rows ?? [];
  const lastFour = created.token.slice(-4);
  expect(part('API keys')).toMatchObject([
    ['Nightly', created.tokenId, expect.objectContaining({ lastFour })],
  ]);
  const act = part('Acts of our staff').find((row) => row[5] === 'ok');
  expect(act).toMatchObject([
    expect.any(String),
    somebody.email,
    'lead',
    'evidence.make',
    `organization ${organizationId}`,
    'ok',
    expect.stringMatching(/^\d+$/),
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ]);
  expect(made.head).toMatchObject({ seal: expect.stringMatching(/^\d+$/), mac: expect.any(String) });
  expect(Number(made.head?.seal)).toBeGreaterThanOrEqual(Number(act?.[6]));
  const text = writeMarkdown(made);
  for (const one of [JSON.stringify(made), text]) expect(one).not.toContain(created.token);
  expect(text).toContain(`Ends in: ${lastFour}`);
  expect(text).toContain(`\`production:${made.head?.seal}:${made.head?.mac}\``);
  expect((await logOf(somebody)).at(-1)).toMatchObject({
    action: 'evidence.make',
    outcome: 'ok',
    organizationId,
  });
});

it('says none only of what was read, with the date, and not known otherwise', async () => {
  const refuse = () => emulator.current.faults.add({ operation: 'tokens.listTokens', status: 403 });
  const empty = await newOrganization();
  refuse();
  const unread = await partOf(empty, 'API keys');
  expect(unread).toMatchObject({ asOf: null, rows: [] });
  expect(unread.text).toContain('Not known. The list was never read');
  expect(unread.text).not.toContain('None');
  emulator.current.faults.clear();
  const read = await partOf(empty, 'API keys');
  expect(read.text).toMatch(/None, as of \d+ \w+ \d{4}, [\d:]+ UTC\. Read from Scalekit for this pack/);

  refuse();
  expect((await partOf(empty, 'API keys')).text).toMatch(
    /None, as of .* did not give the list for this pack/,
  );
  expect((await partOf(empty, 'Domains')).text).toContain('Read from Scalekit for this pack');
  emulator.current.faults.clear();
  const signIns = await partOf(empty, 'Sign-ins of the last 30 days');
  expect(signIns.text, 'no login log was ever read').toContain('Not known.');
});

const device = {
  ...{ userAgent: '', os: 'Windows', osVersion: '11', browser: 'Firefox', browserVersion: '140.0' },
  ...{ deviceType: 'desktop' as const, ip: '192.0.2.7' },
};

it('tells where administrators are signed in, to this customer alone', async () => {
  const [organizationId, other] = [await newOrganization(), await newOrganization()];
  const { users } = scalekitClient('production');
  const email = `ada@${organizationId.replace('_', '-')}.example`;
  const { user } = await users.createUserAndMembership({
    ...{ organizationId, user: { email, membership: { roles: [{ name: 'admin' }] } } },
  });
  const now = Date.now();
  const signIn = (id: string, organization: string, part: Partial<SessionRow> = {}) =>
    emulator.current.store.sessions.put({
      ...{ id, createdAt: now - 9_000, updatedAt: now, userId: user?.id ?? '', organizationId: organization },
      ...{ authenticatedOrganizations: [organization], authenticatedClients: [], device },
      ...{ lastActiveAt: now - 5_000, absoluteExpiresAt: now + 3_600_000, ...part },
    });
  signIn('ses_1', organizationId);
  signIn('ses_2', organizationId, { lastActiveAt: now - 1_000, device: { ...device, browser: 'Edge' } });
  signIn('ses_3', organizationId, { ended: { how: 'logout', at: now } });
  signIn('ses_4', other);
  const title = 'Sessions of the administrators';
  expect(await partOf(organizationId, title)).toMatchObject({
    asOf: expect.any(String),
    rows: [[email, '2', new Date(now - 1_000).toISOString(), 'Edge 140 on Windows 11']],
  });
  emulator.current.faults.add({ operation: 'sessions.getUserSessions', status: 403 });
  expect(await partOf(organizationId, title)).toMatchObject({
    asOf: null,
    rows: [[email, 'not known', 'not known', 'not known']],
  });
});

it('reads the sessions of so many administrators at most, says so, and stops at the limit of the API', async () => {
  const asked: string[] = [];
  const limit = new AppError('rate_limited', 'Too many calls.');
  const getUserSessions = async ({ userId }: { userId: string }) => {
    asked.push(userId);
    if (userId === 'usr_5') throw limit;
    return { sessions: [], nextPageToken: '' };
  };
  const scalekit = { sessions: { getUserSessions } } as unknown as ScalekitClient;
  const found = Array.from({ length: mostAdministrators + 7 }, (_, index) => ({
    ...{ id: `usr_${index}`, email: `admin${index}@rail.example`, roles: ['admin'] },
    ...{ membership: 'ACTIVE', lastSignInAt: null },
  }));
  const part = await sessionsPart(scalekit, 'org_1', { found, read: 57, total: 57 });
  expect(asked).toHaveLength(8);
  expect(part.rows).toHaveLength(mostAdministrators);
  expect(part.rows.at(4)).toEqual(['admin4@rail.example', '0', 'none', 'none']);
  expect(part.rows.at(-1)?.[1]).toBe('not known');
  expect(part.note).toContain('those of 7 more were not read');
});

it('is for leads, of their own customers, and fails in words', async () => {
  const organizationId = await newOrganization();
  expect((await failureOf(write(makeEvidencePack, { organizationId }))).code).toBe('forbidden');
  const limited = lead({ customers: new Set() });
  expect((await failureOf(write(makeEvidencePack, { organizationId }, limited))).code).toBe('not_found');
  emulator.current.faults.add({ operation: 'users.listOrganizationUsers', status: 429 });
  const error = await failureOf(write(makeEvidencePack, { organizationId }, lead()));
  expect(error).toMatchObject({ code: 'rate_limited', unknown: false });
});

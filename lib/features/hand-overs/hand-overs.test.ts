import { describe, expect, it } from 'vitest';
import { seal } from '@/components/hand-overs/sealing';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { forgetOrganization } from '@/lib/server/forget-organization';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { createHandOver, revokeHandOver } from './actions';
import { hashHandOverToken } from './link-token';
import { getHandOver, listHandOvers } from './queries';
import { handOverPageSize } from './schema';
import { takeHandOver } from './take-hand-over';
import { insertHandOver } from './test-rows';

withTestDatabase();
const emulator = withEmulator();

type Input = Parameters<typeof createHandOver>[0]['input'];

const secret = `emutok_${'x7Kd'.repeat(12)}`;

async function create(input: Partial<Input> = {}, principal = testPrincipal()) {
  const { sealed } = await seal(secret);
  const about = {
    organizationId: 'org_1',
    kind: 'api_key',
    label: 'Nightly export',
    secretId: 'apit_1',
  } as const;
  return write(createHandOver, { ...about, sealed, ...input }, principal);
}

const read = (id: string) => db().handOver.findUniqueOrThrow({ where: { id } });
const reader = testPrincipal({ role: 'viewer' });
const list = (input: object, principal = reader) =>
  runQuery(listHandOvers.definition, 'production', principal, input);
const past = new Date(Date.now() - 1);

describe('createHandOver', () => {
  it('keeps the ciphertext and the hash of the token, and asks nothing of Scalekit', async () => {
    const principal = testPrincipal();
    const created = await create({ organizationId: 'org_301', recipient: ' Jane, T-7 ' }, principal);
    const token = /^http:\/\/localhost:9\/s\/([\w-]{22})$/.exec(created.url)?.[1] ?? '';
    expect(await read(created.handOverId)).toMatchObject({
      tokenHash: hashHandOverToken(token),
      recipient: 'Jane, T-7',
      createdById: principal.staffId,
      openedAt: null,
    });
    const day = 24 * 60 * 60_000;
    const life = Date.parse(created.expiresAt) - Date.now();
    expect(life > day - 60_000 && life <= day, 'a day, unless chosen otherwise').toBe(true);
    const calls = emulator.current.journal.list().map(({ path, request }) => JSON.stringify([path, request]));
    expect(calls.filter((call) => call.includes('org_301'))).toEqual([]);
    expect(await logOf(principal)).toMatchObject([
      {
        kind: 'intent',
        action: 'hand_over.create',
        organizationId: 'org_301',
        details: { kind: 'api_key', secretId: 'apit_1', expiresIn: '1d' },
      },
      { kind: 'outcome', outcome: 'ok', targetId: created.handOverId },
    ]);

    const [rows, log] = await Promise.all([
      db().$queryRaw`SELECT to_jsonb(h) FROM hand_over h`,
      db().$queryRaw`SELECT to_jsonb(s) FROM staff_log s`,
    ]);
    const everything = JSON.stringify([rows, log]);
    expect(everything).toContain(created.handOverId);
    for (const form of [secret, secret.slice(-12), Buffer.from(secret).toString('base64url'), token]) {
      expect(everything.includes(form)).toBe(false);
    }
  });

  it.each<[string, Partial<Record<keyof Input, string>>]>([
    ['expiresIn', { expiresIn: '30d' }],
    ['recipient', { recipient: 'x'.repeat(201) }],
    ['kind', { kind: 'password' }],
    ['sealed', { sealed: 'short' }],
    ['sealed', { sealed: `${'a'.repeat(50)} ` }],
    ['sealed', { sealed: 'a'.repeat(4_097) }],
    ['organizationId', { organizationId: 'x' }],
  ])('refuses a wrong %s and writes nothing', async (field, wrong) => {
    const principal = testPrincipal();
    const error = await failureOf(create(wrong as Partial<Input>, principal));
    expect(error).toMatchObject({ code: 'invalid', fieldErrors: { [field]: expect.any(String) } });
    expect(await logOf(principal)).toEqual([]);
  });

  it('refuses a viewer, and who is limited to other customers', async () => {
    const viewer = testPrincipal({ role: 'viewer' });
    expect((await failureOf(create({}, viewer))).code).toBe('forbidden');
    expect(await logOf(viewer)).toMatchObject([{ kind: 'denied', action: 'hand_over.create' }]);
    const limited = testPrincipal({ customers: new Set(['org_2']) });
    expect((await failureOf(create({ organizationId: 'org_1' }, limited))).code).toBe('not_found');
  });

  it('logs a failure when the database refuses', async () => {
    const principal = testPrincipal();
    expect(await failureOf(create({ label: 'no\u0000byte' }, principal))).toMatchObject({
      code: 'internal',
      unknown: false,
    });
    expect(await logOf(principal)).toMatchObject([{ kind: 'intent' }, { outcome: 'failed' }]);
  });
});

describe('revokeHandOver', () => {
  it('closes one that waits, drops its ciphertext, and is the same when done twice', async () => {
    const { id, organizationId, token } = await insertHandOver({ organizationId: 'org_310' });
    const first = testPrincipal({ email: 'first@keydesk.test' });
    await write(revokeHandOver, { organizationId, handOverId: id }, first);
    await write(revokeHandOver, { organizationId, handOverId: id });
    expect(await read(id)).toMatchObject({ sealed: null, revokedByEmail: first.email, openedAt: null });
    expect(await takeHandOver(token, { ip: null, browser: null })).toEqual({ state: 'revoked' });
    expect(await logOf(first)).toMatchObject([
      { kind: 'intent', action: 'hand_over.revoke', targetId: id },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  it('says when somebody opened it before, and that the secret is out', async () => {
    const { id, organizationId, token } = await insertHandOver({ organizationId: 'org_311' });
    await takeHandOver(token, { ip: '203.0.113.7', browser: 'Firefox 131 on Linux' });
    const error = await failureOf(write(revokeHandOver, { organizationId, handOverId: id }));
    expect(error.code).toBe('conflict');
    expect(error.message).toMatch(/opened by Firefox 131 on Linux at .* revoke the secret itself/);
    expect(await read(id)).toMatchObject({ revokedAt: null });
  });

  it('does not reach another organization’s, and refuses a viewer', async () => {
    const { id } = await insertHandOver({ organizationId: 'org_312' });
    const revoke = (organizationId: string, principal = testPrincipal()) =>
      failureOf(write(revokeHandOver, { organizationId, handOverId: id }, principal));
    expect((await revoke('org_313')).code).toBe('not_found');
    expect((await revoke('org_312', testPrincipal({ customers: new Set(['org_313']) }))).code).toBe(
      'not_found',
    );
    expect((await revoke('org_312', testPrincipal({ role: 'viewer' }))).code).toBe('forbidden');
    expect(await read(id)).toMatchObject({ revokedAt: null, sealed: expect.any(String) });
  });
});

describe('listHandOvers', () => {
  it('says what became of each, newest first, without ciphertext or hash', async () => {
    const organizationId = 'org_320';
    await insertHandOver({ organizationId, label: 'waiting' });
    const expired = await insertHandOver({ organizationId, label: 'expired', expiresAt: past });
    await insertHandOver({ organizationId, label: 'revoked', expiresAt: past, revokedAt: past });
    await insertHandOver({ organizationId, label: 'opened', expiresAt: past, openedAt: past });
    await insertHandOver({ organizationId, environment: 'development' });
    const page = await list({ organizationId });
    expect(page.rows.map(({ label, state }) => [label, state])).toEqual(
      ['opened', 'revoked', 'expired', 'waiting'].map((state) => [state, state]),
    );
    expect(page).toMatchObject({ total: 4, nextToken: null, previousToken: null });
    expect(JSON.stringify(page)).not.toMatch(/sealed|tokenHash/);
    expect((await read(expired.id)).sealed, 'an expired ciphertext is dropped by reading').toBeNull();
  });

  it('walks its pages forth and back', async () => {
    const organizationId = 'org_321';
    for (let index = 0; index < handOverPageSize + 2; index += 1) {
      await insertHandOver({ organizationId, label: String(index) });
    }
    const first = await list({ organizationId });
    const second = await list({ organizationId, pageToken: first.nextToken });
    expect(second.rows.map(({ label }) => label)).toEqual(['1', '0']);
    expect(await list({ organizationId, pageToken: second.previousToken })).toEqual(first);
  });

  it('keeps a limited person to their customers, one row included', async () => {
    const limited = testPrincipal({ customers: new Set(['org_323']) });
    const { id } = await insertHandOver({ organizationId: 'org_322' });
    await expect(list({ organizationId: 'org_322' }, limited)).rejects.toMatchObject({ code: 'not_found' });
    const get = (organizationId: string) =>
      runQuery(getHandOver.definition, 'production', limited, { organizationId, handOverId: id });
    for (const organizationId of ['org_322', 'org_323']) {
      await expect(get(organizationId)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

it('goes with its organization', async () => {
  const { token, organizationId } = await insertHandOver({ organizationId: 'org_330' });
  await forgetOrganization('production', organizationId);
  expect(await takeHandOver(token, { ip: null, browser: null })).toEqual({ state: 'made_up' });
});

import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { createApiKey, revokeApiKey } from '@/lib/features/api-keys/actions';
import { createNote } from '@/lib/features/notes/actions';
import { deleteOrganization, updateOrganization } from '@/lib/features/organizations/actions';
import { runQuery } from '@/lib/server/define-query';
import { runAction } from '@/lib/server/run-action';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { endFreeze, startFreeze } from './actions';
import { getFreeze } from './queries';

withTestDatabase();
const emulator = withEmulator();
beforeEach(() => db().environmentFreeze.deleteMany());

const admin = () => testPrincipal({ role: 'admin', authTime: new Date() });
const input = (part: object = {}) => ({
  reason: 'Migration of the directory',
  length: '4' as const,
  ...part,
});
const freeze = (part?: object) => write(startFreeze, input(part), admin());
const keyOf = (organizationId: string) => ({
  ...{ organizationId, userId: null, description: 'Nightly import', expiresAt: null, customClaims: [] },
});
const end = async (who = admin()) => write(endFreeze, { startedAt: (await read())?.startedAt ?? '' }, who);
const read = () => runQuery(getFreeze.definition, 'production', testPrincipal({ role: 'viewer' }), {});

describe('a freeze', () => {
  it('is begun with a reason, for a time, and ended; the log has both', async () => {
    const somebody = admin();
    expect(await read()).toBeNull();
    await write(startFreeze, input(), somebody);
    const shown = await read();
    expect(shown).toMatchObject({ reason: 'Migration of the directory', startedByEmail: somebody.email });
    const hours = (Date.parse(shown?.endsAt ?? '') - Date.parse(shown?.startedAt ?? '')) / 3_600_000;
    expect(hours).toBe(4);
    await end(somebody);
    expect(await read()).toBeNull();
    expect((await logOf(somebody)).map(({ kind, action, outcome }) => [kind, action, outcome])).toEqual([
      ['intent', 'freeze.start', null],
      ['outcome', 'freeze.start', 'ok'],
      ['intent', 'freeze.end', null],
      ['outcome', 'freeze.end', 'ok'],
    ]);
    const [intent] = await db().staffLog.findMany({ where: { actorId: somebody.staffId, kind: 'intent' } });
    expect(intent).toMatchObject({ reason: 'Migration of the directory', details: { hours: '4' } });
  });

  it('that lasts can be prolonged, and not shortened without the sign-in that ending asks for', async () => {
    await freeze();
    await freeze({ reason: 'It takes longer', length: 'open' });
    expect(await read()).toMatchObject({ reason: 'It takes longer', endsAt: null });
    expect((await failureOf(freeze({ length: '24' }))).code).toBe('conflict');
    expect(await read()).toMatchObject({ reason: 'It takes longer', endsAt: null });
  });

  it('ends by itself', async () => {
    await freeze();
    const shown = await read();
    await db().environmentFreeze.updateMany({ data: { endsAt: new Date(Date.now() - 1) } });
    expect(await read()).toBeNull();
    await write(updateOrganization, { organizationId: await newOrganization(), displayName: 'Thawed' });
    await freeze({ reason: 'Another one' });
    const old = { startedAt: shown?.startedAt ?? '' };
    expect((await failureOf(write(endFreeze, old, admin()))).code, 'one that was not seen').toBe('conflict');
    expect(await read()).toMatchObject({ reason: 'Another one' });
  });

  it.each([
    ['no reason', { reason: ' ' }, 'reason'],
    ['a reason of 201 characters', { reason: 'x'.repeat(201) }, 'reason'],
    ['a time that is not offered', { length: '5' }, 'length'],
  ])('is refused with %s', async (_what, part, field) => {
    const error = await failureOf(write(startFreeze, input(part) as never, admin()));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
    expect(await read()).toBeNull();
  });

  it.each(['viewer', 'support', 'lead'] as const)('is not for a %s to begin or to end', async (role) => {
    const somebody = testPrincipal({ role });
    expect((await failureOf(write(startFreeze, input(), somebody))).code).toBe('forbidden');
    await freeze();
    expect((await failureOf(end(somebody))).code).toBe('forbidden');
    expect(await read()).not.toBeNull();
  });

  it('is for nobody who is limited to some customers', async () => {
    const limited = testPrincipal({ role: 'admin', customers: new Set(['org_1']) });
    expect((await failureOf(write(startFreeze, input(), limited))).code).toBe('forbidden');
  });

  it('is begun at once, and ended after a fresh sign-in', async () => {
    const stale = testPrincipal({ role: 'admin', authTime: null });
    await write(startFreeze, input(), stale);
    expect(await failureOf(end(stale))).toMatchObject({ stepUp: true });
    expect(await read()).not.toBeNull();
  });

  it('needs nothing of Scalekit', async () => {
    emulator.current.journal.clear();
    emulator.current.faults.add({ operation: '*', status: 500 });
    await freeze();
    await end();
    expect(emulator.current.journal.list()).toEqual([]);
    emulator.current.faults.clear();
  });
});

describe('in a frozen environment', () => {
  it('a change is refused in words before anything leaves, administrators included, and logged as refused', async () => {
    const organizationId = await newOrganization();
    await freeze();
    emulator.current.journal.clear();
    for (const role of ['support', 'admin'] as const) {
      const somebody = testPrincipal({ role });
      const error = await failureOf(write(createApiKey, keyOf(organizationId), somebody));
      expect(error).toMatchObject({ code: 'frozen', unknown: false });
      expect(error.message).toMatch(/production is frozen until .*Migration of the directory$/);
      expect(await logOf(somebody)).toMatchObject([
        { kind: 'denied', action: 'api_key.create', errorCode: 'frozen', organizationId },
      ]);
    }
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it('nobody is asked to sign in again for what is refused anyway', async () => {
    const organizationId = await newOrganization();
    await freeze();
    const stale = testPrincipal({ role: 'admin', authTime: null });
    const deletion = { organizationId, confirmName: 'x', reason: 'They left us' };
    expect((await failureOf(write(deleteOrganization, deletion, stale))).code).toBe('frozen');
  });

  it('what may not be done at all stays forbidden, not frozen', async () => {
    const organizationId = await newOrganization();
    await freeze();
    const viewer = testPrincipal({ role: 'viewer' });
    expect((await failureOf(write(createApiKey, keyOf(organizationId), viewer))).code).toBe('forbidden');
  });

  it('a key is still revoked, and a note still written', async () => {
    const organizationId = await newOrganization();
    const { tokenId } = await write(createApiKey, keyOf(organizationId));
    await freeze();
    await write(revokeApiKey, { organizationId, tokenId });
    await write(createNote, { organizationId, text: 'Revoked in the freeze.' });
    expect(emulator.current.journal.list('tokens.invalidateToken').at(-1)?.status).toBe(200);
  });

  it('the other environment goes on', async () => {
    await freeze();
    const request = { environment: 'development', submissionId: randomUUID(), input: input() };
    await runAction(startFreeze.definition, admin(), request);
    expect(await db().environmentFreeze.count()).toBe(2);
    await end();
    expect(await read()).toBeNull();
    expect(await db().environmentFreeze.count()).toBe(1);
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { getUserAccess } from './access';
import { deleteUser, updateUser } from './actions';
import { countUserImpact } from './impact';
import { getUser } from './queries';
import { listUserSignIns } from './sign-ins';

withTestDatabase();
const emulator = withEmulator();

async function newMember() {
  const organizationId = await newOrganization();
  const email = `ada.${randomUUID()}@heronsgate.example`;
  const { user } = await scalekitClient('production').users.createUserAndMembership({
    organizationId,
    sendInvitationEmail: false,
    user: { email, membership: { roles: [{ name: 'admin' }] }, metadata: { team: 'north' } },
  });
  return { organizationId, userId: user?.id ?? '', email };
}

const read = (userId: string, who = testPrincipal()) =>
  runQuery(getUser.definition, 'production', who, { userId });

describe('updateUser', () => {
  it('sends what is present, in any script, and logs the names of fields only', async () => {
    const somebody = testPrincipal();
    const { userId } = await newMember();
    const name = 'अनन्या 陳'.repeat(25);
    const input = {
      userId,
      name,
      locale: 'hi-IN',
      phoneNumber: '+44 20 7946 0000',
      externalId: randomUUID(),
    };
    await write(updateUser, input, somebody);
    expect(await read(userId)).toMatchObject({ name, locale: 'hi-IN', externalId: input.externalId });
    const [intent] = await logOf(somebody);
    expect(intent?.details).toEqual({
      fields: ['name', 'phoneNumber', 'locale'],
      externalId: input.externalId,
    });
  });

  it('replaces and clears metadata', async () => {
    const { userId } = await newMember();
    await write(updateUser, { userId, metadata: [{ key: 'tier', value: 'gold' }] });
    expect((await read(userId)).metadata).toEqual([{ key: 'tier', value: 'gold' }]);
    emulator.current.journal.clear();
    await write(updateUser, { userId, metadata: [] });
    expect(emulator.current.journal.list('users.updateUser')).toMatchObject([{ status: 200 }]);
  });

  it.each([
    ['a name of 256 characters', { givenName: 'x'.repeat(256) }, 'givenName'],
    ['a phone without country code', { phoneNumber: '020 7946' }, 'phoneNumber'],
    ['a locale that is none', { locale: 'English' }, 'locale'],
    ['a picture without https', { picture: 'http://pictures.example' }, 'picture'],
    ['an empty metadata value', { metadata: [{ key: 'tier', value: '' }] }, 'metadata.0.value'],
  ])('refuses %s beside the field', async (_name, part, field) => {
    const { userId } = await newMember();
    const error = await failureOf(write(updateUser, { userId, ...part }));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  it('is not for a limited person when the user belongs to another customer too', async () => {
    const { userId, organizationId } = await newMember();
    await scalekitClient('production').users.createMembership({
      organizationId: await newOrganization(),
      identities: { case: 'id', value: userId },
      membership: {},
    });
    const limited = testPrincipal({ customers: new Set([organizationId]) });
    expect(await read(userId, limited)).toMatchObject({
      memberships: [{ organizationId }],
      hidesMemberships: true,
    });
    expect((await failureOf(write(updateUser, { userId, name: 'Ada' }, limited))).code).toBe('forbidden');
  });

  itFailsInWords({
    action: updateUser,
    emulator,
    operation: 'users.updateUser',
    input: async () => ({ userId: (await newMember()).userId, name: 'Ada' }),
  });
});

describe('deleteUser', () => {
  const lead = { role: 'lead' } as const;
  const confirmed = async () => {
    const { userId, email } = await newMember();
    return { userId, confirmEmail: email };
  };

  it('deletes after the typed e-mail', async () => {
    const input = await confirmed();
    await write(deleteUser, input, testPrincipal(lead));
    expect((await failureOf(read(input.userId))).code).toBe('not_found');
  });

  it('keeps somebody whose e-mail was typed wrongly', async () => {
    const { userId } = await newMember();
    const wrong = write(deleteUser, { userId, confirmEmail: 'ada@other.example' }, testPrincipal(lead));
    expect((await failureOf(wrong)).fieldErrors?.confirmEmail).toBeTruthy();
    expect((await read(userId)).id).toBe(userId);
  });

  it('asks for a fresh sign-in', async () => {
    const stale = testPrincipal({ ...lead, authTime: new Date(0) });
    expect(await failureOf(write(deleteUser, await confirmed(), stale))).toMatchObject({ stepUp: true });
  });

  itFailsInWords({
    action: deleteUser,
    emulator,
    operation: 'users.deleteUser',
    input: confirmed,
    principal: lead,
  });
});

describe('what belongs to a user', () => {
  it('is counted', async () => {
    const { userId } = await newMember();
    expect(await runQuery(countUserImpact.definition, 'production', testPrincipal(), { userId })).toEqual({
      memberships: 1,
      activeSessions: 0,
      apiKeys: 0,
      passkeys: 0,
    });
  });

  it('lists no sign-in of somebody who never did', async () => {
    const { userId } = await newMember();
    const page = await runQuery(listUserSignIns.definition, 'production', testPrincipal(), { userId });
    expect(page).toEqual({ rows: [], endsAt: null });
  });

  it('tells which role brings a permission, its own or one that it extends', async () => {
    const { userId, organizationId } = await newMember();
    const { roles, users } = scalekitClient('production');
    const word = randomUUID().slice(0, 8);
    await roles.createPermission({ permission: { name: `read:${word}`, description: 'Read' } });
    const base = `base_${word}`;
    await roles.createRole({
      role: { name: base, displayName: 'Base', permissions: [`read:${word}`] },
    });
    await roles.createRole({ role: { name: `heir_${word}`, displayName: 'Heir', extends: base } });
    await users.updateMembership({
      organizationId,
      identities: { case: 'id', value: userId },
      membership: { roles: [{ name: `heir_${word}` }] },
    });
    const input = { userId, organizationId };
    const access = await runQuery(getUserAccess.definition, 'production', testPrincipal(), input);
    expect(access.roles).toEqual(
      expect.arrayContaining([
        { name: `heir_${word}`, displayName: 'Heir', source: 'Given' },
        { name: base, displayName: 'Base', source: 'Extended by Heir' },
      ]),
    );
    expect(access.permissions).toMatchObject([{ name: `read:${word}`, sources: ['Base'] }]);
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeDevice } from '@/emulator/sessions/device';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, write } from '@/tests/setup/write';
import { removePasskey, renamePasskey } from './actions';
import { listPasskeys } from './queries';

withTestDatabase();
const emulator = withEmulator();

/** Somebody with one passkey. */
async function withPasskey() {
  const client = scalekitClient('production');
  const organization = { displayName: 'Heronsgate Rail' };
  const created = await client.organizations.createOrganization({ organization });
  const { user } = await client.users.createUserAndMembership({
    organizationId: created.organization?.id ?? '',
    sendInvitationEmail: false,
    user: { email: `ada.${randomUUID()}@heronsgate.example` },
  });
  const userId = user?.id ?? '';
  const { clock, store } = emulator.current;
  const id = `cred_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  store.passkeys.put({
    id,
    createdAt: clock.now(),
    updatedAt: clock.now(),
    userId,
    credentialId: 'AQID',
    displayName: 'Phone',
    attestationType: 'none',
    authenticator: { aaguid: '', name: 'Pocket', attachment: 'platform' },
    transports: [],
    backupEligible: true,
    backedUp: true,
    device: describeDevice('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', '203.0.113.9'),
  });
  return { userId, credentialId: id };
}

const passkeysOf = (userId: string, who = testPrincipal()) =>
  runQuery(listPasskeys.definition, 'production', who, { userId });

describe('listPasskeys', () => {
  it('shows what they are', async () => {
    const { userId, credentialId } = await withPasskey();
    expect(await passkeysOf(userId)).toMatchObject([
      { id: credentialId, name: 'Phone', authenticator: 'Pocket', synced: true },
    ]);
  });

  it('hides the user of another customer', async () => {
    const { userId } = await withPasskey();
    const limited = testPrincipal({ customers: new Set(['org_1']) });
    expect((await failureOf(passkeysOf(userId, limited))).code).toBe('not_found');
  });
});

describe('renamePasskey', () => {
  const renamed = async () => ({ ...(await withPasskey()), displayName: 'Key ring' });

  it('gives it the name', async () => {
    const input = await renamed();
    await write(renamePasskey, input);
    expect(await passkeysOf(input.userId)).toMatchObject([{ name: 'Key ring' }]);
  });

  it.each([
    ['', /Give the passkey a name/],
    ['x'.repeat(121), /at most 120/],
  ])('refuses %j', async (displayName, words) => {
    const error = await failureOf(write(renamePasskey, { ...(await withPasskey()), displayName }));
    expect(error.fieldErrors?.displayName).toMatch(words);
  });

  itFailsInWords({
    action: renamePasskey,
    emulator,
    operation: 'webauthn.updateCredential',
    input: renamed,
  });
});

describe('removePasskey', () => {
  it('takes it away', async () => {
    const input = await withPasskey();
    await write(removePasskey, input);
    expect(await passkeysOf(input.userId)).toEqual([]);
  });

  it('knows no passkey of somebody else', async () => {
    const { credentialId } = await withPasskey();
    const { userId } = await withPasskey();
    expect((await failureOf(write(removePasskey, { userId, credentialId }))).code).toBe('not_found');
  });

  itFailsInWords({
    action: removePasskey,
    emulator,
    operation: 'webauthn.deleteCredential',
    input: withPasskey,
  });
});

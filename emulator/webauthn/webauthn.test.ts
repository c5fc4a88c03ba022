import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDevice } from '../sessions/device';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
let user: Json;
beforeAll(async () => {
  test = await TestEmulator.start();
  const org = await test.organization();
  user = await test.member(org.id, 'keys@example.com');
});
afterAll(() => test.stop());

const credentialId = Buffer.from('an authenticator’s own id').toString('base64url');

function register(id: string, userId = user.id): void {
  const now = test.emulator.clock.now();
  test.emulator.store.passkeys.put({
    id,
    ...{ createdAt: now, updatedAt: now, userId, credentialId, displayName: 'Laptop' },
    attestationType: 'none',
    authenticator: {
      aaguid: 'fbfc3007-154e-4ecc-8c0b-6e020557d7bd',
      name: 'Passwords',
      attachment: 'platform',
    },
    transports: ['internal', 'hybrid'],
    ...{ backupEligible: true, backedUp: false },
    device: describeDevice('curl/8', '203.0.113.9'),
  });
}
const list = (userId = user.id) => test.call('GET', `/webauthn/credentials?user_id=${userId}`);

describe('passkeys', () => {
  it('are listed with the device they live on and what a browser must know', async () => {
    register('cred_1');
    expect((await list()).json).toMatchObject({
      credentials: [
        {
          ...{ id: 'cred_1', user_id: user.id, display_name: 'Laptop', attestation_type: 'none' },
          credential_id: Buffer.from(credentialId, 'base64url').toString('base64'),
          authenticator: { name: 'Passwords', attachment: 'platform' },
          authenticator_flags: { user_verified: true, backup_eligible: true, backup_state: false },
          transports: ['internal', 'hybrid'],
          user_agent: { raw: 'curl/8' },
          client_info: { ip: '203.0.113.9' },
        },
      ],
      all_accepted_credentials_options: {
        rp_id: '127.0.0.1',
        user_id: user.id,
        all_accepted_credential_ids: [credentialId],
      },
    });
  });

  it('are renamed', async () => {
    register('cred_2');
    test.emulator.clock.shift(1000);
    const { credential } = (
      await test.call('PATCH', '/webauthn/credentials/cred_2', { display_name: 'Key ring' })
    ).json;
    expect(credential.display_name).toBe('Key ring');
    expect(Date.parse(credential.updated_at)).toBeGreaterThan(Date.parse(credential.created_at));
  });

  it('are removed, with what a browser needs to forget them', async () => {
    register('cred_3');
    expect((await test.call('DELETE', '/webauthn/credentials/cred_3')).json).toEqual({
      success: true,
      unknown_credential_options: { rp_id: '127.0.0.1', credential_id: credentialId },
    });
    expect((await test.call('DELETE', '/webauthn/credentials/cred_3')).status).toBe(404);
  });

  it('are enrolled by control, of a user who is there', async () => {
    const enrol = (body: object) => test.send('POST', '/__emulator/passkeys', body as never);
    const { id } = (await enrol({ userId: user.id, displayName: 'Spare', securityKey: true })).json;
    const { credentials } = (await list()).json;
    expect(credentials.find((one: Json) => one.id === id)).toMatchObject({
      display_name: 'Spare',
      authenticator: { attachment: 'cross-platform' },
      authenticator_flags: { backup_state: false },
    });
    expect((await enrol({ userId: 'usr_1' })).status).toBe(400);
  });

  it('go with their user', async () => {
    const org = await test.organization();
    const leaving = await test.member(org.id, 'leaving@example.com');
    register('cred_4', leaving.id);
    await test.call('DELETE', `/users/${leaving.id}`);
    expect(test.emulator.store.passkeys.get('cred_4')).toBeUndefined();
    expect((await list(leaving.id)).status).toBe(404);
  });

  it('need a session of their user to be listed without one or to be made', async () => {
    expect((await test.call('GET', '/webauthn/credentials')).status).toBe(400);
    expect((await test.call('POST', '/webauthn/registration:begin', {})).status).toBe(400);
  });
});

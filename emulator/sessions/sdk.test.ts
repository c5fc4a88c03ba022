import { ScalekitBadRequestException, ScalekitClient, ScalekitNotFoundException } from '@scalekit-sdk/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passwordlessPb } from '@/lib/scalekit/services';
import { TestEmulator } from '../test-client';
import { describeDevice } from './device';
import { startSession } from './lifecycle';

// The official SDK as it is published, over gRPC: sessions, passkeys, passwordless mail, pending sign-ins.
let test: TestEmulator;
let scalekit: ScalekitClient;
let userId: string;
beforeAll(async () => {
  test = await TestEmulator.start({ environmentName: 'development' });
  const { url, clientId, clientSecret } = test.emulator;
  scalekit = new ScalekitClient(url, clientId, clientSecret);
  const { id } = await test.organization();
  userId = (await test.member(id, 'sdk@example.com')).id;
});
afterAll(() => test.stop());

const device = describeDevice('curl/8', '203.0.113.1');
const signIn = () => startSession(test.emulator.environment, { userId, device }).id;

describe('through the official SDK', () => {
  it('sessions are read, filtered and revoked', async () => {
    const [first, second, third] = [signIn(), signIn(), signIn()];
    expect(await scalekit.session.getSession(first)).toMatchObject({
      status: 'active',
      device: { ip: '203.0.113.1' },
    });
    const { revokedSession } = await scalekit.session.revokeSession(first);
    expect(revokedSession).toMatchObject({ sessionId: first, status: 'revoked' });
    const filter = { status: ['active'], startTime: new Date(0), endTime: new Date(Date.now() + 60_000) };
    const { sessions, totalSize } = await scalekit.session.getUserSessions(userId, { pageSize: 1, filter });
    expect([sessions.map(({ sessionId }) => sessionId), totalSize]).toEqual([[third], 2]);
    expect((await scalekit.session.revokeAllUserSessions(userId)).totalRevoked).toBe(2);
    expect((await scalekit.session.getSession(second)).status).toBe('revoked');
    await expect(scalekit.session.getSession('ses_abc')).rejects.toThrow(ScalekitBadRequestException);
  });

  it('passkeys are listed, renamed and removed', async () => {
    const now = test.emulator.clock.now();
    test.emulator.store.passkeys.put({
      ...{ id: 'cred_1', createdAt: now, updatedAt: now, userId, credentialId: 'AQID', displayName: 'Phone' },
      attestationType: 'none',
      authenticator: { aaguid: '', name: '', attachment: 'platform' },
      ...{ transports: [], backupEligible: false, backedUp: false, device },
    });
    const { credentials } = await scalekit.webauthn.listCredentials(userId);
    expect(credentials.map(({ id, credentialId }) => [id, [...credentialId]])).toEqual([
      ['cred_1', [1, 2, 3]],
    ]);
    expect((await scalekit.webauthn.updateCredential('cred_1', 'Key')).credential?.displayName).toBe('Key');
    expect((await scalekit.webauthn.deleteCredential('cred_1')).unknownCredentialOptions?.credentialId).toBe(
      'AQID',
    );
    await expect(scalekit.webauthn.deleteCredential('cred_1')).rejects.toThrow(ScalekitNotFoundException);
  });

  it('an address is proved by mail', async () => {
    const sent = await scalekit.passwordless.sendPasswordlessEmail('jo@example.com', {
      ...{ template: passwordlessPb.TemplateType.SIGNUP, state: 'st', expiresIn: 120 },
      magiclinkAuthUri: 'https://app.example/verify',
    });
    expect(sent).toMatchObject({
      expiresIn: 120,
      passwordlessType: passwordlessPb.PasswordlessType.LINK_OTP,
    });
    const again = await scalekit.passwordless.resendPasswordlessEmail(sent.authRequestId);
    const wrong = scalekit.passwordless.verifyPasswordlessEmail({ code: '000000' }, again.authRequestId);
    await expect(wrong).rejects.toThrow(ScalekitBadRequestException);
    const proof = await scalekit.passwordless.verifyPasswordlessEmail(
      { code: '424242' },
      again.authRequestId,
    );
    expect(proof).toMatchObject({ email: 'jo@example.com', state: 'st' });
  });

  it('a pending sign-in that there is not is refused', async () => {
    const user = { sub: 'user-jo', email: 'jo@example.com' };
    const told = scalekit.auth.updateLoginUserDetails('conn_1', 'lri_1', user);
    await expect(told).rejects.toThrow(ScalekitNotFoundException);
  });
});

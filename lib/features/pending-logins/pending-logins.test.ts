import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { updatePendingLogin } from './actions';

withTestDatabase();
const emulator = withEmulator();

const admin = testPrincipal({ role: 'admin' });

let counter = 100;

/** A sign-in that waits at a login page, and the form that answers it. */
function waiting(change: object = {}) {
  const { clock, store } = emulator.current;
  const number = ++counter;
  const { id } = store.loginRequests.put({
    ...{ id: `lri_${number}`, createdAt: clock.now(), authRequestId: `areq_${number}` },
    ...{ connectionId: 'conn_17', resourceId: 'res_17', clientId: 'm2m_17', callbackHash: `hash-${number}` },
    ...{ redirectUri: 'https://agent.example/callback', scopes: ['todo:read'] },
  });
  const person = { sub: 'user-jo', email: 'Jo@Example.com', groups: 'eng\n\neng\nops' };
  return {
    ...{ connectionId: 'conn_17', loginRequestId: id, outcome: 'signed_in' as const },
    ...{ ...person, customAttributes: '{"team":"platform"}', reason: 'ticket 4711', ...change },
  };
}
const answerOf = (id: string) => emulator.current.store.loginRequests.get(id)?.answer;

describe('updatePendingLogin', () => {
  it('says who signed in, and keeps nothing of the person', async () => {
    const somebody = testPrincipal({ role: 'admin' });
    const input = waiting();
    const { authRequestId } = await write(updatePendingLogin, input, somebody);
    expect(authRequestId).toMatch(/^areq_/);
    expect(answerOf(input.loginRequestId)).toEqual({
      ...{ failed: false, subject: 'user-jo', email: 'jo@example.com' },
    });
    const [intent, outcome] = await logOf(somebody);
    expect(intent).toMatchObject({
      targetId: input.loginRequestId,
      details: { connectionId: 'conn_17', outcome: 'signed_in' },
    });
    expect(outcome).toMatchObject({ outcome: 'ok', details: { authRequestId } });
    expect(JSON.stringify([intent, outcome])).not.toMatch(/user-jo|example\.com|platform/i);
    const [row] = await db().staffLog.findMany({ where: { actorId: somebody.staffId, kind: 'intent' } });
    expect(row?.reason).toBe('ticket 4711');
  });

  it('says that a sign-in failed, without a person', async () => {
    const input = waiting({ outcome: 'failed', sub: '', email: '' });
    await write(updatePendingLogin, input, admin);
    expect(answerOf(input.loginRequestId)).toEqual({ failed: true });
  });

  it('is for admins in production, and asks them why', async () => {
    const lead = testPrincipal({ role: 'lead' });
    expect((await failureOf(write(updatePendingLogin, waiting(), lead))).code).toBe('forbidden');
    const error = await failureOf(write(updatePendingLogin, waiting({ reason: '' }), admin));
    expect(error.fieldErrors?.reason).toMatch(/why/);
  });

  it('says beside the id that nothing waits', async () => {
    const other = await failureOf(write(updatePendingLogin, waiting({ connectionId: 'conn_18' }), admin));
    expect(other).toMatchObject({ code: 'not_found', requestId: expect.anything() });
    expect(other.fieldErrors?.loginRequestId).toMatch(/no such sign-in that waits/);
  });

  it('puts what Scalekit finds in the person beside its field', async () => {
    const violation = { field: 'user.email', description: 'not wanted', constraint: 'email' };
    emulator.current.faults.add({
      ...{ operation: 'auth.updateLoginUserDetails', status: 400, fieldViolations: [violation] },
    });
    const error = await failureOf(write(updatePendingLogin, waiting(), admin));
    expect(error.fieldErrors).toEqual({ email: 'Not wanted.' });
  });

  it.each<[string, object, string]>([
    ['no sub', { sub: '' }, 'sub'],
    ['no e-mail address', { email: '' }, 'email'],
    ['a connection that is none', { connectionId: 'org_1' }, 'connectionId'],
    ['a login request that is none', { loginRequestId: 'a/../b' }, 'loginRequestId'],
    ['attributes that are no object', { customAttributes: '[1]' }, 'customAttributes'],
    ['a name of 201 characters', { organizationExternalName: 'x'.repeat(201) }, 'organizationExternalName'],
    ['101 groups', { groups: Array.from({ length: 101 }, (_, at) => `g${at}`).join('\n') }, 'groups'],
  ])('refuses %s beside the field', async (_name, change, field) => {
    const error = await failureOf(write(updatePendingLogin, waiting(change), admin));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  itFailsInWords({
    action: updatePendingLogin,
    emulator,
    operation: 'auth.updateLoginUserDetails',
    input: async () => waiting(),
    principal: { role: 'admin' },
  });
});

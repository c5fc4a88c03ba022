import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, write } from '@/tests/setup/write';
import { createSessionToken } from './actions';
import { admin, connect, lead, newConfig } from './test-mcp-configs';

withTestDatabase();
const emulator = withEmulator();

describe('createSessionToken', () => {
  const input = async () => {
    const { configId, keyId } = await newConfig();
    await connect(keyId, 'ada');
    return { configId, identifier: 'ada', lifetimeSeconds: '600', reason: 'To see what her agent sees.' };
  };

  it('answers the token once, and keeps it nowhere', async () => {
    const somebody = testPrincipal({ role: 'admin' });
    const { value, expiresAt } = await write(createSessionToken, await input(), somebody);
    expect(value.split('.')).toHaveLength(3);
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThan(601_000);
    const rows = JSON.stringify(await db().staffLog.findMany(), (_key, one) =>
      typeof one === 'bigint' ? `${one}` : one,
    );
    expect(rows).toContain('To see what her agent sees.');
    expect(rows).not.toContain(value);
  });

  it('says what is missing for a person without an account, and is for admins in production', async () => {
    const one = { ...(await input()), identifier: 'nobody' };
    const error = await failureOf(write(createSessionToken, one, admin));
    expect(error).toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/no active connected account/),
    });
    expect((await failureOf(write(createSessionToken, one, lead))).code).toBe('forbidden');
    const stale = testPrincipal({ role: 'admin', authTime: null });
    expect(await failureOf(write(createSessionToken, one, stale))).toMatchObject({ stepUp: true });
  });

  it.each([
    ['30 seconds', { lifetimeSeconds: '30' }, 'lifetimeSeconds'],
    ['25 hours', { lifetimeSeconds: '90000' }, 'lifetimeSeconds'],
    ['nobody', { identifier: ' ' }, 'identifier'],
    ['no reason', { reason: '' }, 'reason'],
  ])('refuses %s beside the field', async (_name, change, field) => {
    const error = await failureOf(write(createSessionToken, { ...(await input()), ...change }, admin));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  itFailsInWords({
    action: createSessionToken,
    emulator,
    operation: 'mcp.createToken',
    input,
    principal: { role: 'admin' },
  });
});

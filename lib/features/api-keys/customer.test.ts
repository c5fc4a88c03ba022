import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { toCustomerError } from '@/lib/server/to-customer-error';
import {
  customerLog,
  customerRead,
  customerWrite,
  itFailsInPlainWords,
  testVisit,
} from '@/tests/setup/customer';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { whileFrozen } from '@/tests/setup/freeze';
import { newOrganization } from '@/tests/setup/organization';
import { failureOf } from '@/tests/setup/write';
import { createOwnApiKey, revokeOwnApiKey } from './customer-actions';
import { listOwnApiKeys } from './customer-queries';

withTestDatabase();
const emulator = withEmulator();

const dayMs = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
const keyInput = (part: object = {}) => ({ description: 'Nightly import', expiresAt: inDays(90), ...part });

async function newKey() {
  const organizationId = await newOrganization();
  const visit = testVisit(organizationId);
  const { tokenId, value } = await customerWrite(createOwnApiKey, keyInput(), visit);
  return { organizationId, visit, tokenId, value };
}

const isAccepted = (value: string) =>
  scalekitClient('production')
    .tokens.validateToken({ token: value })
    .then(() => true)
    .catch(() => false);

describe('creating a key', () => {
  it('shows its value once, for the organization, and writes it down nowhere', async () => {
    const { organizationId, visit, tokenId, value } = await newKey();
    const { rows, total } = await customerRead(listOwnApiKeys, {}, visit);
    expect(total).toBe(1);
    expect(rows).toMatchObject([
      { tokenId, suffix: value.slice(-4), description: 'Nightly import', userId: null },
    ]);
    expect(Object.keys(rows[0] ?? {})).not.toContain('customClaims');
    const log = await customerLog(visit);
    expect(log).toMatchObject([
      { kind: 'intent', action: 'api_key.create', organizationId },
      { kind: 'outcome', outcome: 'ok', targetId: tokenId },
    ]);
    const dump = await db().$queryRaw`SELECT staff_log::text FROM staff_log`;
    expect(JSON.stringify(dump)).not.toContain(value);
  });

  it.each([
    ['no description', { description: ' ' }, 'description'],
    ['a description of 256 characters', { description: 'x'.repeat(256) }, 'description'],
    ['an expiry in the past', { expiresAt: inDays(-1) }, 'expiresAt'],
    ['an expiry in two years', { expiresAt: inDays(730) }, 'expiresAt'],
    ['no expiry', { expiresAt: null }, 'expiresAt'],
  ])('refuses %s beside the field', async (_what, part, field) => {
    const visit = testVisit(await newOrganization());
    emulator.current.journal.clear();
    const error = await failureOf(customerWrite(createOwnApiKey, keyInput(part) as never, visit));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it('takes no user, no claims and no other organization from the form', async () => {
    const other = await newOrganization();
    const visit = testVisit(await newOrganization());
    const claims = [{ key: 'role', value: 'admin' }];
    const extra = {
      organizationId: other,
      userId: 'usr_1',
      customClaims: claims,
      environment: 'development',
    };
    emulator.current.journal.clear();
    await customerWrite(createOwnApiKey, { ...keyInput(), ...extra } as never, visit);
    const [call] = emulator.current.journal.list('tokens.createToken');
    const sent = JSON.stringify(call?.request);
    expect(sent).toContain(visit.organizationId);
    expect(sent).not.toMatch(/usr_1|admin/);
    expect(sent).not.toContain(other);
  });

  itFailsInPlainWords({
    action: createOwnApiKey,
    emulator,
    operation: 'tokens.createToken',
    input: async () => ({ organizationId: await newOrganization(), input: keyInput() }),
  });
});

describe('revoking a key', () => {
  it('stops it at once', async () => {
    const { visit, tokenId, value } = await newKey();
    expect(await isAccepted(value)).toBe(true);
    await customerWrite(revokeOwnApiKey, { tokenId }, visit);
    expect(await isAccepted(value)).toBe(false);
    expect((await customerRead(listOwnApiKeys, {}, visit)).rows).toEqual([]);
  });

  it.each([['the value of a key'], ['emutok_abc'], ['']])('takes ids alone, not %j', async (tokenId) => {
    const visit = testVisit(await newOrganization());
    const error = await failureOf(customerWrite(revokeOwnApiKey, { tokenId }, visit));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['tokenId']);
  });

  it('refuses a key of another organization as one that is gone, and writes nothing', async () => {
    const other = await newKey();
    const visit = testVisit(await newOrganization());
    emulator.current.journal.clear();
    const error = await failureOf(customerWrite(revokeOwnApiKey, { tokenId: other.tokenId }, visit));
    const made = await failureOf(customerWrite(revokeOwnApiKey, { tokenId: 'apit_12345678' }, visit));
    expect(error).toMatchObject({ code: 'not_found', message: made.message });
    expect(emulator.current.journal.list('tokens.invalidateToken')).toEqual([]);
    expect(await isAccepted(other.value)).toBe(true);
    expect(await customerLog(visit)).toMatchObject([
      { kind: 'denied', action: 'api_key.revoke', errorCode: 'not_found' },
      { kind: 'denied' },
    ]);
  });

  itFailsInPlainWords({
    action: revokeOwnApiKey,
    emulator,
    operation: 'tokens.invalidateToken',
    input: async () => {
      const { organizationId, tokenId } = await newKey();
      return { organizationId, input: { tokenId } };
    },
  });
});

describe('in a frozen environment', () => {
  it('a key is still revoked, and none is created; the refusal is logged as theirs', async () => {
    const { visit, tokenId, value } = await newKey();
    await whileFrozen(async () => {
      emulator.current.journal.clear();
      const error = toCustomerError(await failureOf(customerWrite(createOwnApiKey, keyInput(), visit)));
      expect(error).toMatchObject({ code: 'frozen', message: expect.stringMatching(/^Changes are paused/) });
      expect(emulator.current.journal.list()).toEqual([]);
      expect((await customerLog(visit)).at(-1)).toMatchObject({ kind: 'denied', errorCode: 'frozen' });
      await customerWrite(revokeOwnApiKey, { tokenId }, visit);
      expect(await isAccepted(value)).toBe(false);
    });
  });
});

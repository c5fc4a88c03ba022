import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { runAction } from '@/lib/server/run-action';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { createApiKey, revokeApiKey, updateApiKey } from './actions';
import { listApiKeys } from './queries';

withTestDatabase();
const emulator = withEmulator();

const keyInput = (organizationId: string) => ({
  organizationId,
  userId: null,
  description: 'Nightly import',
  expiresAt: null,
  customClaims: [{ key: 'team', value: 'billing' }],
});

async function newKey() {
  const organizationId = await newOrganization();
  const { tokenId, value } = await write(createApiKey, keyInput(organizationId));
  return { organizationId, tokenId, value };
}

const rowsOf = (organizationId: string, userId?: string) =>
  runQuery(listApiKeys.definition, 'production', testPrincipal(), { organizationId, userId });

describe('createApiKey', () => {
  it('returns the value once and keeps it out of the log', async () => {
    const somebody = testPrincipal();
    const organizationId = await newOrganization();
    const { tokenId, value } = await write(createApiKey, keyInput(organizationId), somebody);
    const { rows } = await rowsOf(organizationId);
    expect(rows).toMatchObject([
      { tokenId, suffix: value.slice(-4), description: 'Nightly import', userId: null, expiresAt: null },
    ]);
    expect(await logOf(somebody)).toEqual([
      expect.objectContaining({
        kind: 'intent',
        outcome: null,
        organizationId,
        details: { userId: null, expiresAt: null, claims: ['team'] },
      }),
      expect.objectContaining({ kind: 'outcome', outcome: 'ok', targetId: tokenId }),
    ]);
    const dump = await db().$queryRaw<{ row: string }[]>`SELECT staff_log::text AS row FROM staff_log`;
    expect(JSON.stringify(dump)).not.toContain(value);
  });

  it('gives a member a key of their own, which the user filter finds', async () => {
    const organizationId = await newOrganization();
    const { users } = scalekitClient('production');
    const { user } = await users.createUserAndMembership({
      organizationId,
      sendInvitationEmail: false,
      user: { email: 'ida@brightwater.example' },
    });
    const userId = user?.id ?? '';
    await write(createApiKey, keyInput(organizationId));
    const { tokenId } = await write(createApiKey, { ...keyInput(organizationId), userId });
    const { rows, total } = await rowsOf(organizationId, userId);
    expect(total).toBe(1);
    expect(rows).toMatchObject([{ tokenId, userId, email: 'ida@brightwater.example' }]);
  });

  it.each([
    ['a 256-character description', { description: 'x'.repeat(256) }, 'description'],
    ['a claim without a value', { customClaims: [{ key: 'team', value: '' }] }, 'customClaims.0.value'],
    [
      '21 claims',
      { customClaims: Array.from({ length: 21 }, (_, i) => ({ key: `k${i}`, value: 'v' })) },
      'customClaims',
    ],
    ['an expiry in the past', { expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    [
      'the same claim twice',
      {
        customClaims: [
          { key: 'a', value: '1' },
          { key: 'a', value: '2' },
        ],
      },
      'customClaims.1.key',
    ],
  ])('refuses %s beside the field, before anything is logged or sent', async (_name, part, field) => {
    const somebody = testPrincipal();
    const organizationId = await newOrganization();
    emulator.current.journal.clear();
    const error = await failureOf(write(createApiKey, { ...keyInput(organizationId), ...part }, somebody));
    expect(error.code).toBe('invalid');
    expect(Object.keys(error.fieldErrors ?? {})).toContain(field);
    expect(await logOf(somebody)).toEqual([]);
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it('runs once for one submission, however often it is sent', async () => {
    const organizationId = await newOrganization();
    const request = {
      environment: 'production',
      submissionId: randomUUID(),
      input: keyInput(organizationId),
    };
    const somebody = testPrincipal();
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => runAction(createApiKey.definition, somebody, request)),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect((await rowsOf(organizationId)).total).toBe(1);
  });

  itFailsInWords({
    action: createApiKey,
    emulator,
    operation: 'tokens.createToken',
    input: async () => keyInput(await newOrganization()),
  });
});

describe('updateApiKey', () => {
  it('replaces claims and leaves alone what is absent', async () => {
    const { organizationId, tokenId } = await newKey();
    await write(updateApiKey, { organizationId, tokenId, customClaims: [{ key: 'tier', value: 'gold' }] });
    const { rows } = await rowsOf(organizationId);
    expect(rows).toMatchObject([
      { description: 'Nightly import', customClaims: [{ key: 'tier', value: 'gold' }] },
    ]);
  });

  it('clears a description and refuses to clear all claims', async () => {
    const { organizationId, tokenId } = await newKey();
    await write(updateApiKey, { organizationId, tokenId, description: '' });
    expect((await rowsOf(organizationId)).rows).toMatchObject([{ description: null }]);
    const error = await failureOf(write(updateApiKey, { organizationId, tokenId, customClaims: [] }));
    expect(error.fieldErrors?.customClaims).toMatch(/cannot clear all claims/);
  });

  itFailsInWords({
    action: updateApiKey,
    emulator,
    operation: 'tokens.updateToken',
    input: async () => {
      const { organizationId, tokenId } = await newKey();
      return { organizationId, tokenId, description: 'Weekly import' };
    },
  });
});

describe('revokeApiKey', () => {
  it('stops the key', async () => {
    const { organizationId, tokenId, value } = await newKey();
    await write(revokeApiKey, { organizationId, tokenId });
    expect((await rowsOf(organizationId)).rows).toEqual([]);
    const check = await failureOf(scalekitClient('production').tokens.validateToken({ token: value }));
    expect(check.code).toBe('not_found');
  });

  it('does not reach a key of another organization through one’s own', async () => {
    const theirs = await newKey();
    const own = await newOrganization();
    const limited = testPrincipal({ customers: new Set([own]) });
    const error = await failureOf(
      write(revokeApiKey, { organizationId: own, tokenId: theirs.tokenId }, limited),
    );
    expect(error.code).toBe('not_found');
    expect((await rowsOf(theirs.organizationId)).total).toBe(1);
  });

  itFailsInWords({
    action: revokeApiKey,
    emulator,
    operation: 'tokens.invalidateToken',
    input: async () => {
      const { organizationId, tokenId } = await newKey();
      return { organizationId, tokenId };
    },
  });
});

import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { updateSessionPolicy, updateUserLimit } from './actions';
import { getApplicationSessionPolicy, getSessionPolicy, getUserLimit } from './queries';
import type { sessionPolicyInput } from './schema';

withTestDatabase();
const emulator = withEmulator();

const custom = {
  source: 'custom',
  absoluteSessionTimeout: '8',
  absoluteSessionTimeoutUnit: 'hours',
  idleSessionTimeoutEnabled: true,
  idleSessionTimeout: '30',
  idleSessionTimeoutUnit: 'minutes',
} as const;
type PolicyPart = Partial<Omit<z.input<typeof sessionPolicyInput>, 'organizationId'>>;
const policyOf = (organizationId: string, part: PolicyPart = {}) => ({ organizationId, ...custom, ...part });
const read = (organizationId: string) =>
  runQuery(getSessionPolicy.definition, 'production', testPrincipal(), { organizationId });
const readLimit = (organizationId: string) =>
  runQuery(getUserLimit.definition, 'production', testPrincipal(), { organizationId });

describe('updateSessionPolicy', () => {
  it('gives limits of its own, logs them, and takes them back', async () => {
    const organizationId = await newOrganization();
    const somebody = testPrincipal();
    expect(await read(organizationId)).toMatchObject({ source: 'application' });
    await write(updateSessionPolicy, policyOf(organizationId), somebody);
    expect(await read(organizationId)).toEqual({ source: 'custom', absoluteMinutes: 480, idleMinutes: 30 });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', organizationId, details: { absolute: '8 hours', idle: '30 minutes' } },
      { kind: 'outcome', outcome: 'ok' },
    ]);
    await write(updateSessionPolicy, policyOf(organizationId, { source: 'application' }));
    expect(await read(organizationId)).toEqual({
      source: 'application',
      absoluteMinutes: null,
      idleMinutes: null,
    });
  });

  it('sends no idle time while inactivity does not count', async () => {
    const organizationId = await newOrganization();
    await write(updateSessionPolicy, policyOf(organizationId, { idleSessionTimeoutEnabled: false }));
    expect(await read(organizationId)).toMatchObject({ absoluteMinutes: 480, idleMinutes: 'off' });
  });

  it.each<[string, PolicyPart, string]>([
    ['a session without a length', { absoluteSessionTimeout: '' }, 'absoluteSessionTimeout'],
    ['half an hour as 0.5 hours', { absoluteSessionTimeout: '0.5' }, 'absoluteSessionTimeout'],
    [
      'more than a year',
      { absoluteSessionTimeout: '366', absoluteSessionTimeoutUnit: 'days' },
      'absoluteSessionTimeout',
    ],
    ['inactivity as long as the session', { idleSessionTimeout: '480' }, 'idleSessionTimeout'],
    [
      'eight days without activity',
      { absoluteSessionTimeout: '900', idleSessionTimeout: '8', idleSessionTimeoutUnit: 'days' },
      'idleSessionTimeout',
    ],
    ['what only Scalekit knows to be too short', { idleSessionTimeout: '5' }, 'idleSessionTimeout'],
  ])('refuses %s beside the field', async (_name, part, field) => {
    const error = await failureOf(write(updateSessionPolicy, policyOf(await newOrganization(), part)));
    expect(error.code).toBe('invalid');
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  it('asks for no limits where the application’s are followed', async () => {
    const part = { source: 'application' as const, absoluteSessionTimeout: '', idleSessionTimeout: 'soon' };
    await write(updateSessionPolicy, policyOf(await newOrganization(), part));
  });

  itFailsInWords({
    action: updateSessionPolicy,
    emulator,
    operation: 'organizations.updateOrganizationSessionPolicy',
    input: async () => policyOf(await newOrganization()),
  });
});

describe('updateUserLimit', () => {
  it('limits, logs it, and lifts the limit by a zero that is sent', async () => {
    const organizationId = await newOrganization();
    const somebody = testPrincipal();
    expect(await readLimit(organizationId)).toEqual({ limit: null, members: 0 });
    await write(updateUserLimit, { organizationId, maxAllowedUsers: ' 25 ' }, somebody);
    expect(await readLimit(organizationId)).toEqual({ limit: 25, members: 0 });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', organizationId, details: { maxAllowedUsers: 25 } },
      { kind: 'outcome', outcome: 'ok' },
    ]);
    await write(updateUserLimit, { organizationId, maxAllowedUsers: '' });
    const calls = emulator.current.journal.list('organizations.upsertUserManagementSettings');
    expect(calls.at(-1)?.request).toMatchObject({ settings: { max_allowed_users: 0 } });
    expect(await readLimit(organizationId)).toEqual({ limit: null, members: 0 });
  });

  it.each(['0', '-3', '2.5', 'many', '9999999'])('refuses %s beside the field', async (maxAllowedUsers) => {
    const organizationId = await newOrganization();
    const error = await failureOf(write(updateUserLimit, { organizationId, maxAllowedUsers }));
    expect(error.fieldErrors?.maxAllowedUsers).toBeTruthy();
  });

  itFailsInWords({
    action: updateUserLimit,
    emulator,
    operation: 'organizations.upsertUserManagementSettings',
    input: async () => ({ organizationId: await newOrganization(), maxAllowedUsers: '10' }),
  });
});

describe('reading', () => {
  it('tells the application’s limits in minutes', async () => {
    const organizationId = await newOrganization();
    const input = { organizationId };
    expect(
      await runQuery(getApplicationSessionPolicy.definition, 'production', testPrincipal(), input),
    ).toEqual({ absoluteMinutes: 43_200, idleMinutes: 10_080, accessTokenMinutes: 5 });
  });

  it('keeps the limit when the members cannot be counted', async () => {
    const organizationId = await newOrganization();
    emulator.current.faults.add({ operation: 'users.listOrganizationUsers', status: 500 });
    expect(await readLimit(organizationId)).toEqual({ limit: null, members: null });
  });

  it('says so in words when the environment refuses a preview operation', async () => {
    const organizationId = await newOrganization();
    emulator.current.faults.add({ operation: 'organizations.getApplicationSessionPolicy', status: 403 });
    const error = await failureOf(
      runQuery(getApplicationSessionPolicy.definition, 'production', testPrincipal(), { organizationId }),
    );
    expect(error.code).toBe('forbidden');
    expect(error.message).toMatch(/switched off for this environment/);
  });
});

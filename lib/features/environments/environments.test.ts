import { describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { probeOperations, testCredentials } from './actions';
import { listEnvironmentCards } from './list-cards';
import { probes } from './probes';

withTestDatabase();
const emulator = withEmulator();

const admin = () => testPrincipal({ role: 'admin' });
const cards = () => runQuery(listEnvironmentCards.definition, 'production', admin(), {});
const production = async () => {
  const card = (await cards()).find(({ name }) => name === 'production');
  if (!card) throw new Error('no card');
  return card;
};
const outcomeOf = async (operation: string) =>
  (await production()).probes.find((probe) => probe.operation === operation)?.answer?.outcome;

describe('testCredentials', () => {
  it('mints a token and reads once; the page then tells when the token ends, and neither secret nor token', async () => {
    const somebody = admin();
    expect(await write(testCredentials, { name: 'production' }, somebody)).toEqual({
      ...{ works: true, step: 'done', sentence: null, requestId: null },
    });
    const card = await production();
    expect(card).toMatchObject({ isProduction: true, isCustomDomain: true, clientId: expect.any(String) });
    expect(new Date(card.tokenEndsAt ?? 0).getTime()).toBeGreaterThan(Date.now());
    expect(JSON.stringify(card)).not.toContain(emulator.current.clientSecret);
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', action: 'environment.test_credentials', targetId: 'production' },
      { kind: 'outcome', outcome: 'ok', details: { works: true, step: 'done' } },
    ]);
  });

  it('says in words what failed, and where', async () => {
    // Nothing listens there.
    const silent = await write(testCredentials, { name: 'development' }, admin());
    expect(silent).toMatchObject({ works: false, step: 'token', sentence: expect.any(String) });
    emulator.current.faults.add({ operation: 'organizations.listOrganization', status: 403 });
    const refused = await write(testCredentials, { name: 'production' }, admin());
    expect(refused).toMatchObject({ works: false, step: 'read', requestId: expect.any(String) });
  });

  it.each([
    ['an environment that is not served', { name: 'staging' }, 'not_found'],
    ['no name', { name: '' }, 'invalid'],
  ])('refuses %s', async (_what, input, code) => {
    expect((await failureOf(write(testCredentials, input, admin()))).code).toBe(code);
    expect((await failureOf(write(probeOperations, input, admin()))).code).toBe(code);
  });

  it('is for administrators', async () => {
    for (const action of [testCredentials, probeOperations]) {
      const lead = testPrincipal({ role: 'lead' });
      const error = await failureOf(write(action as typeof testCredentials, { name: 'production' }, lead));
      expect(error.code).toBe('forbidden');
    }
  });
});

describe('probeOperations', () => {
  it('keeps what was refused, and replaces it next time', async () => {
    const somebody = admin();
    expect((await production()).probes.every(({ answer }) => answer === null)).toBe(true);
    emulator.current.faults.add({ operation: 'connections.listAppConnections', status: 403 });
    const { refused } = await write(probeOperations, { name: 'production' }, somebody);
    expect(refused).toContain('connections.listAppConnections');
    expect(await outcomeOf('connections.listAppConnections')).toBe('refused');
    expect((await logOf(somebody)).at(-1)).toMatchObject({ details: { refused } });
    emulator.current.faults.clear();
    await write(probeOperations, { name: 'production' }, admin());
    for (const { operation } of probes) expect(await outcomeOf(operation), operation).toBe('works');
  });

  it('does not take a failure for a refusal', async () => {
    emulator.current.faults.add({ operation: 'connections.listAppConnections', status: 500 });
    emulator.current.faults.add({ operation: 'tools.listTools', status: 429 });
    await write(probeOperations, { name: 'production' }, admin());
    expect(await outcomeOf('connections.listAppConnections')).toBe('unclear');
    expect(await outcomeOf('tools.listTools')).toBe('unclear');
  });

  it('calls nothing but reads', async () => {
    emulator.current.journal.clear();
    await write(probeOperations, { name: 'production' }, admin());
    const calls = emulator.current.journal.list();
    expect(calls.length).toBeGreaterThan(0);
    expect(probes.every(({ route }) => route.startsWith('GET '))).toBe(true);
  });

  it('keeps the earlier answers when the database fails', async () => {
    await write(probeOperations, { name: 'production' }, admin());
    const real = db().$transaction.bind(db());
    const broken = vi.spyOn(db(), '$transaction');
    // The answers are stored as a list of statements; the staff log's own transactions are functions.
    broken.mockImplementation(((work: never) =>
      Array.isArray(work) ? Promise.reject(new Error('connection lost')) : real(work)) as never);
    expect((await failureOf(write(probeOperations, { name: 'production' }, admin()))).code).toBe('internal');
    broken.mockRestore();
    expect(await outcomeOf('connections.listAppConnections')).toBe('works');
  });
});

it('the page of environments is for administrators of all customers', async () => {
  for (const principal of [
    testPrincipal({ role: 'lead' }),
    testPrincipal({ role: 'admin', customers: new Set() }),
  ]) {
    const read = runQuery(listEnvironmentCards.definition, 'production', principal, {});
    expect((await failureOf(read)).code).toBe('forbidden');
  }
});

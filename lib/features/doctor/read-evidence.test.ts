import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { keepObservation } from '@/lib/audit/snapshots/keep';
import type { Fields, SnapshotPart } from '@/lib/audit/snapshots/observation';
import { recordIntent, recordOutcome } from '@/lib/audit/staff-log';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { parsePasted } from './parse-pasted';
import { diagnoseLogin } from './queries';
import { readEvidence } from './read-evidence';
import {
  ageSignIns,
  type Customer,
  joinAlso,
  logInterceptor,
  newCustomer,
  setCertificateEnd,
  setMembership,
  signIn,
} from './test-failures';

const budget = vi.hoisted(() => ({ asked: () => {} }));
vi.mock('@/lib/scalekit/budget', async (original) => {
  const real = await original<typeof import('@/lib/scalekit/budget')>();
  const readBudget: typeof real.readBudget = (...about) => {
    budget.asked();
    return real.readBudget(...about);
  };
  return { ...real, readBudget };
});

process.env.API_BUDGET_PER_MINUTE = '100000';
withTestDatabase();
const emulator = withEmulator();
const dayMs = 86_400_000;

const ask = (text: string, who = testPrincipal()) =>
  runQuery(diagnoseLogin.definition, 'production', who, { text });
const come = ({ connectionId }: Customer, email: string, outcome = 'success') =>
  signIn(emulator.current, { connection_id: connectionId }, { email, outcome });

describe('what comes after a good sign-in', () => {
  it('is found: a certificate that has ended, a membership made inactive', async () => {
    const [ended, inactive] = await Promise.all([
      newCustomer(emulator.current, { saml: true }),
      newCustomer(emulator.current, { saml: true }),
    ]);
    for (const customer of [ended, inactive]) await come(customer, customer.email);
    expect((await ask(ended.email)).diagnosis.verdict).toBe('healthy');
    ageSignIns(emulator.current, ended.email, 10);
    setCertificateEnd(emulator.current, ended.connectionId, -3);
    setMembership(emulator.current, inactive.organizationId, inactive.email, 'inactive');
    for (const [{ email }, cause] of [
      [ended, 'certificate_expired'],
      [inactive, 'membership_inactive'],
    ] as const) {
      const { verdict, causes } = (await ask(email)).diagnosis;
      expect([verdict, causes[0]?.id]).toEqual(['likely', cause]);
    }
  });
});

describe('what cannot be read', () => {
  it.each([429, 500])('is a gap: a connection answered with %i', async (status) => {
    const customer = await newCustomer(emulator.current, { saml: true, certificateDays: -3 });
    await come(customer, customer.email, 'signature_validation_failed');
    emulator.current.faults.add({ operation: 'connections.getConnection', status });
    const { diagnosis, gaps, subject } = await ask(customer.email);
    expect(gaps.join(' ')).toMatch(/The connection could not be read: .*request/);
    expect(diagnosis.ask.join(' ')).toContain('the connection could not be read');
    expect(subject.connection).toMatchObject({ id: customer.connectionId, detail: null });
  });

  it('makes nobody healthy, and is no gap where it is gone', async () => {
    const customer = await newCustomer(emulator.current, { saml: true });
    await come(customer, customer.email);
    emulator.current.faults.add({ operation: 'connections.getConnection', status: 500 });
    expect((await ask(customer.email)).diagnosis).toMatchObject({ verdict: 'unknown', causes: [] });
    emulator.current.faults.clear();
    emulator.current.store.connections.delete(customer.connectionId);
    const gone = await ask(customer.email);
    expect(gone.gaps.join(' ')).not.toContain('The connection could not');
    expect(gone.diagnosis.causes[0]?.id).toBe('connection_missing');
  });

  it('is no “no such sign-in” where the log did not answer', async () => {
    emulator.current.faults.add({ operation: 'authLogs.listAuthRequests', status: 500 });
    const { verdict, title } = (await ask('nobody@unheard-of.example')).diagnosis;
    expect([verdict, title]).toEqual(['unknown', 'The login log could not be read']);
  });
});

it('judges somebody at two customers at the one where they fail', async () => {
  const [here, there] = await Promise.all([newCustomer(emulator.current), newCustomer(emulator.current)]);
  joinAlso(emulator.current, there.organizationId, here.email);
  await come(here, here.email, 'server_error');
  await come(there, here.email);
  const { diagnosis, subject } = await ask(here.email);
  expect(subject.organization?.id).toBe(here.organizationId);
  expect(diagnosis.verdict).toBe('unknown');
  expect(diagnosis.happened.join(' ')).toMatch(/At Customer \d+ the newest sign-in went well/);
  await come(here, here.email);
  expect((await ask(here.email)).diagnosis.verdict).toBe('recovered');
});

describe('what interceptors decided', () => {
  async function failedRequest() {
    const customer = await newCustomer(emulator.current);
    await come(customer, customer.email, 'access_denied');
    const [row] = emulator.current.store.authLogs.all().filter(({ email }) => email === customer.email);
    return row?.id ?? '';
  }

  it('is read from the events of the request', async () => {
    const id = await failedRequest();
    logInterceptor(emulator.current, id, { interceptor_name: 'Region check', interceptor_decision: 'DENY' });
    logInterceptor(emulator.current, id, { name: 'Seat count', decision: 'ALLOW' });
    const { verdict, causes } = (await ask(id)).diagnosis;
    expect([verdict, causes[0]?.id]).toEqual(['likely', 'interceptor_denied']);
    expect(causes[0]?.speaksFor).toEqual([expect.stringMatching(/^Region check answered DENY .*ago|now/)]);
  });

  it('is not made up where no known field says it', async () => {
    const id = await failedRequest();
    logInterceptor(emulator.current, id, { interceptor_id: 'icp_1', verdict: 'no' });
    const { causes } = (await ask(`${id} access_denied`)).diagnosis;
    const interceptor = causes.find((cause) => cause.id === 'interceptor_denied');
    expect(interceptor?.speaksFor).toContain('icp_1 ran, and what it decided cannot be read.');
    expect(interceptor?.speaksAgainst).toEqual([]);
  });
});

describe('the reads', () => {
  /** The client, with something awaited before a call is answered. */
  function holding(hold: (operation: string) => Promise<void> | undefined) {
    const client = scalekitClient('production');
    return new Proxy(client, {
      get: (services, service: keyof typeof client) =>
        new Proxy(services[service] as object, {
          get: (methods, method: string) => async (asked: unknown) => {
            await hold(`${String(service)}.${method}`);
            return (Reflect.get(methods, method) as (asked: unknown) => Promise<unknown>)(asked);
          },
        }),
    });
  }

  it('wait for no other that they do not need', async () => {
    const { organizationId, email } = await newCustomer(emulator.current);
    const elsewhere = `jo-${randomUUID().slice(0, 8)}@elsewhere.example`;
    joinAlso(emulator.current, organizationId, email, elsewhere);
    const open: Record<string, () => void> = {};
    const gate = (name: string) => new Promise<void>((resolve) => (open[name] = resolve));
    const [measured, connectionAsked] = [gate('budget'), gate('connection')];
    budget.asked = () => open.budget?.();
    const scalekit = holding((operation) => {
      if (operation === 'connections.getConnection') open.connection?.();
      if (operation === 'users.searchUsers') return measured;
      return operation === 'organizations.getOrganization' ? connectionAsked : undefined;
    });
    const asked = parsePasted(elsewhere);
    if (!asked) throw new Error('nothing was read');
    const reader = { environment: 'production', principal: testPrincipal(), scalekit };
    // Neither a log line nor the domain names the connection: it is the customer's only one.
    const evidence = await readEvidence(asked, reader);
    expect(evidence.connection?.detail).not.toBeNull();
    expect(evidence.budget).not.toBeNull();
  });
});

describe('changes of the configuration', () => {
  const at = (days: number) => new Date(Date.now() - days * dayMs);
  const see = (
    { organizationId }: Customer,
    [part, id, fields]: [SnapshotPart, string, Fields],
    days: number,
  ) =>
    keepObservation(
      'production',
      { organizationId, part, objects: [{ id, name: id, fields }], complete: false },
      at(days),
    );

  /** A customer whose person came in 10 days ago and failed 2 days ago. */
  async function failing(outcome: string, change: [SnapshotPart, Fields, Fields]) {
    const customer = await newCustomer(emulator.current, { saml: true });
    await come(customer, customer.email);
    ageSignIns(emulator.current, customer.email, 10);
    await come(customer, customer.email, outcome);
    ageSignIns(emulator.current, customer.email, 2, 'FAILED');
    const [part, before, after] = change;
    await see(customer, [part, customer.connectionId, before], 4);
    await see(customer, [part, customer.connectionId, after], 3);
    return customer;
  }
  const moved: [SnapshotPart, Fields, Fields] = [
    'connection',
    { signOnAddress: 'https://idp.example/sso' },
    { signOnAddress: 'https://idp.example/moved' },
  ];

  it('rank a cause by what came before the first failure, with interval and snapshot’s age', async () => {
    const { email } = await failing('invalid_saml_request', moved);
    const { diagnosis, configuration } = await ask(email);
    expect([diagnosis.verdict, diagnosis.causes[0]?.id]).toEqual(['unknown', 'saml_request_refused']);
    expect(diagnosis.causes[0]?.speaksFor[0]).toMatch(
      /^Somebody outside Keydesk changed the set-up between .* and .*3 days ago\), say the snapshots\.$/,
    );
    expect(configuration?.seen?.first.slice(0, 10)).toBe(at(4).toISOString().slice(0, 10));
    expect(configuration?.changes).toMatchObject([{ verb: 'changed', actor: { kind: 'outside' } }]);
  });

  it('say nothing where it has worked after them, or failed before', async () => {
    const { email } = await failing('invalid_saml_request', moved);
    ageSignIns(emulator.current, email, 5, 'FAILED');
    expect((await ask(email)).diagnosis.causes).toEqual([]);
    ageSignIns(emulator.current, email, 2, 'FAILED');
    ageSignIns(emulator.current, email, 2.5, 'SUCCESS');
    expect((await ask(email)).diagnosis.causes).toEqual([]);
  });

  it('name our staff to whoever may read the staff log, and count once', async () => {
    const customer = await newCustomer(emulator.current);
    const { organizationId, connectionId, email } = customer;
    await come(customer, email, 'failed_to_exchange_token');
    await see(customer, ['connection', connectionId, { clientSecret: 'is set', clientId: 'a' }], 0.1);
    const principal = testPrincipal({ email: `sam-${randomUUID()}@keydesk.test` });
    const target = { type: 'connection', id: connectionId };
    const about = { environment: 'production', principal, organizationId, target, details: {} };
    const action = 'connection.configure';
    const intent = await recordIntent({ ...about, action, submissionId: randomUUID() });
    await recordOutcome(intent, { outcome: 'ok' });
    await see(customer, ['connection', connectionId, { clientSecret: 'is set', clientId: 'b' }], 0);
    ageSignIns(emulator.current, email, -0.01);
    const [support, viewer] = await Promise.all([ask(email), ask(email, testPrincipal({ role: 'viewer' }))]);
    expect(support.configuration?.changes[0]?.actor).toEqual({ kind: 'person', email: principal.email });
    const told = support.diagnosis.causes.find(({ id }) => id === 'client_secret_wrong')?.speaksFor ?? [];
    expect(told.filter((words) => words.includes('changed the set-up'))).toHaveLength(1);
    expect(viewer.configuration?.changes[0]?.actor).toEqual({ kind: 'staff' });
    expect(JSON.stringify(viewer.diagnosis)).not.toContain(principal.email);
    expect(JSON.stringify(viewer.diagnosis)).toContain('Somebody of our staff changed the set-up');
  });
});

import { describe, expect, it } from 'vitest';
import { dryRun } from './dry-run';
import type { ConnectionFact, Evidence, MembershipFact } from './evidence';
import { parsePasted } from './parse-pasted';
import type { RoleFacts } from './read-roles';

const now = '2026-11-26T12:00:00.000Z';
const inDays = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();

function connection(id: string, part: Partial<ConnectionFact> = {}, certificateDays = 300): ConnectionFact {
  return {
    ...{ id, name: `Okta ${id} (SAML)`, type: 'SAML', enabled: true, isComplete: true },
    ...{ domains: [], updatedAt: null },
    detail: {
      certificates: [{ subject: 'CN=idp', validFrom: null, expiresAt: inDays(certificateDays) }],
      ...{ letsNewcomersIn: true, nameIdFormat: 'EMAIL', mapping: [] },
    },
    ...part,
  };
}

function evidence(part: Partial<Evidence> = {}): Evidence {
  const asked = parsePasted('jane@acme.example');
  if (!asked) throw new Error('no address');
  const one = connection('one');
  return {
    ...{ now, asked, attempts: [], attempt: null, user: null, knowsUsers: true },
    organization: { id: 'org_1', name: 'Acme' },
    domains: [{ name: 'acme.example', isVerified: true, isForSignIn: true }],
    ...{ connections: [one], connection: one, otherAdmins: null, changes: null, interceptors: null },
    ...{ clockOffsetMs: null, budget: null, configuration: null, gaps: [], unread: [] },
    ...part,
  };
}

function member(status: MembershipFact['status'], roles: string[] = ['member']): Evidence['user'] {
  const memberships = [
    { organizationId: 'org_1', organizationName: 'Acme', status, roles, administers: false },
  ];
  return { id: 'usr_1', email: 'jane@acme.example', lastLoginAt: null, memberships };
}

const facts: RoleFacts = { newcomerRole: 'Member', directories: [], groupRoles: null, possibleRoles: [] };
const run = (part: Partial<Evidence> = {}, methods: string[] | null = [], roles: Partial<RoleFacts> = {}) =>
  dryRun(evidence(part), { ...facts, ...roles }, methods);
const step = (result: ReturnType<typeof run>, name: string) =>
  result.steps.find(({ subject }) => subject === name);

describe('dryRun', () => {
  it.each([
    ['active', 'yes', true],
    ['pending_invite', 'yes', true],
    ['invite_expired', 'no', false],
    ['inactive', 'no', false],
    ['other', 'unknown', false],
  ] as const)('lets a member who is %s: %s', (status, state, works) => {
    const result = run({ user: member(status) });
    expect(step(result, 'Membership')?.state).toBe(state);
    expect(result.works).toBe(works);
  });

  it('takes one connection for every step: the enabled one with the domain', () => {
    const off = connection('off', { enabled: false }, -3);
    const other = connection('other');
    const named = connection('named', { domains: ['acme.example'] }, -3);
    const result = run({ connections: [off, other, named], connection: off, user: member('active') });
    expect(result.connectionId).toBe('named');
    expect(step(result, 'Connection')?.words).toContain('named');
    expect(step(result, 'Certificate')?.state).toBe('no');
    const good = run({ connections: [off, other], connection: off, user: member('active') });
    expect(good).toMatchObject({ works: true, connectionId: 'other' });
    expect(good.outcome).toMatch(/by .*Okta other/);
  });

  it('asks the chosen connection whether newcomers may come in, and says so when that is not known', () => {
    const shut = connection('shut');
    if (shut.detail) shut.detail.letsNewcomersIn = false;
    const off = connection('off', { enabled: false });
    const refused = run({ connections: [off, shut], connection: off });
    expect(step(refused, 'Membership')).toMatchObject({
      state: 'no',
      words: expect.stringContaining('shut'),
    });
    const unread = run({ connections: [connection('bare', { detail: null })], connection: null });
    expect(step(unread, 'Membership')?.state).toBe('unknown');
    expect(step(unread, 'Certificate')?.state).toBe('unknown');
    expect(unread).toMatchObject({ works: false, outcome: expect.stringContaining('not certain') });
  });

  it('never comes in by a connection without a name', () => {
    const result = run({ connections: null, connection: null, user: member('active') });
    expect(result).toMatchObject({ works: false, outcome: 'It is not certain: a step could not be told.' });
    expect(step(result, 'Method')?.state).toBe('unknown');
  });

  it('begins with the method: single sign-on, or the environment’s own', () => {
    const led = run({}, ['Google', 'mailed code or link']);
    expect(led.steps[0]).toMatchObject({ subject: 'Method', state: 'yes' });
    expect(led.steps[0]?.words).toMatch(/Single sign-on/);
    expect(led.steps[0]?.why).toMatch(/Google and mailed code or link, for addresses that lead to no/);
    const nowhere = { organization: null, domains: null, connections: null, connection: null };
    const own = run(nowhere, ['Google']);
    expect(own).toMatchObject({
      works: false,
      outcome: expect.stringMatching(/stop at: domain.*left.*Google/),
    });
    expect(own.steps[0]).toMatchObject({ state: 'yes', words: 'The environment’s own: Google.' });
    expect(run(nowhere, []).steps[0]?.state).toBe('no');
    expect(run(nowhere, []).outcome).toMatch(/^It would stop at: domain/);
    expect(run(nowhere, null).steps[0]?.state).toBe('unknown');
    const unread = run({ ...nowhere, gaps: ['Who has the domain could not be read.'] }, []);
    expect(unread).toMatchObject({ works: false, outcome: expect.stringContaining('not certain') });
  });

  it('plays the roles of mapped groups, or names those that may come', () => {
    const groupRoles = [
      { role: 'auditor', group: 'Finance' },
      { role: 'member', group: 'Everybody' },
    ];
    const known = step(run({ user: member('active') }, [], { groupRoles }), 'Roles');
    expect(known?.words).toBe('member and auditor.');
    expect(known?.why).toMatch(/auditor comes with the group .*Finance/);
    const newcomer = step(run({}, [], { groupRoles, newcomerRole: 'Member' }), 'Roles');
    expect(newcomer?.words).toBe('Member, auditor, and member.');
    const perhaps = step(run({}, [], { possibleRoles: ['admin'] }), 'Roles');
    expect(perhaps).toMatchObject({ state: 'yes', words: 'Member.' });
    expect(perhaps?.why).toMatch(/Mapped groups may add roles: admin/);
  });
});

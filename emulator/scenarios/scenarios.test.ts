import { describe, expect, it } from 'vitest';
import { assemble } from '../assemble';
import { dumpStore, type Store } from '../store';
import { membershipStatus } from '../users/messages';

const now = Date.UTC(2026, 5, 1);

function seed(environmentName: string): Store {
  const secrets = { clientSecret: 'one', staffClientSecret: 'two' };
  const options = { scenario: 'demo', environmentName, now: () => now, ...secrets } as const;
  return assemble(
    options,
    null,
    () => '',
    () => {},
  ).environment.store;
}

const production = seed('production');

describe('the demo scenario', () => {
  it('is the same in every run', () => {
    expect(dumpStore(seed('production'))).toEqual(dumpStore(production));
  });

  it('has the promised size', () => {
    expect(production.organizations.size).toBe(60);
    expect(production.users.size).toBeGreaterThan(230);
    expect(production.users.size).toBeLessThan(270);
    expect(production.tokens.size).toBeGreaterThan(60);
  });

  it('is smaller and of other ids in another environment', () => {
    const development = seed('development');
    expect(development.organizations.size).toBe(12);
    const shared = development.organizations.all().filter(({ id }) => production.organizations.get(id));
    expect(shared).toEqual([]);
  });

  it('has members in every state', () => {
    const statuses = production.memberships.all().map((one) => membershipStatus(one, now));
    expect(new Set(statuses)).toEqual(new Set([1, 3, 4]));
  });

  it('has keys that live, end soon, have ended and were revoked', () => {
    const tokens = production.tokens.all();
    expect(tokens.some((one) => one.revokedAt)).toBe(true);
    expect(tokens.some((one) => one.expiresAt && one.expiresAt < now)).toBe(true);
    expect(tokens.some((one) => one.expiresAt && one.expiresAt > now)).toBe(true);
    expect(tokens.some((one) => one.userId)).toBe(true);
  });

  it('holds together: no orphan, no duplicate, nothing of the future', () => {
    const { organizations, users, memberships, tokens, roles } = production;
    for (const row of memberships.all()) {
      expect(organizations.get(row.organizationId), row.id).toBeDefined();
      expect(users.get(row.userId), row.id).toBeDefined();
      expect(row.roles.every((name) => roles.findBy('name', name).length === 1)).toBe(true);
    }
    for (const row of tokens.all()) {
      const owner = memberships.get(`${row.organizationId}:${row.userId}`);
      expect(organizations.get(row.organizationId), row.id).toBeDefined();
      expect(!row.userId || owner?.status === 'active', row.id).toBe(true);
    }
    const slugs = organizations.all().map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const { createdAt } of [
      ...organizations.all(),
      ...users.all(),
      ...memberships.all(),
      ...tokens.all(),
    ]) {
      expect(createdAt).toBeLessThanOrEqual(now);
    }
  });

  it('names only places that do not exist', () => {
    expect(production.users.all().every(({ email }) => email.endsWith('.example'))).toBe(true);
  });
});

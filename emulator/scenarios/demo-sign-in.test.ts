import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { assemble } from '../assemble';
import { missingSettings } from '../connections/completeness';
import { readGroupAttributes } from '../directories/directory-attributes';
import { groupsOf, isTracked } from '../directories/groups';
import { findPayloadFaults } from '../events/check-payload';
import { membershipId } from '../users/rows';

const now = Date.UTC(2026, 5, 1);
const dayMs = 86_400_000;
const { environment } = assemble(
  { scenario: 'demo', now: () => now },
  null,
  () => '',
  () => {},
);
const { store } = environment;

function organization(slug: string) {
  const [row] = store.organizations.findBy('slug', slug);
  if (!row) throw new Error(`${slug} is not in the demo`);
  return row;
}

const connectionOf = (slug: string) => store.connections.findBy('organizationId', organization(slug).id)[0];
const directoryOf = (slug: string) => {
  const [row] = store.directories.findBy('organizationId', organization(slug).id);
  if (!row) throw new Error(`${slug} has no directory`);
  return row;
};
const eventsOf = (slug: string) => store.events.findBy('organizationId', organization(slug).id);

describe('connections of the demo', () => {
  const owned = store.connections.all().filter(({ kind }) => kind === 'organization');

  it('are of many providers, and as complete as they claim', () => {
    const providers = new Set(owned.map(({ provider }) => provider));
    for (const name of ['OKTA', 'MICROSOFT_AD', 'GOOGLE', 'ONELOGIN', 'CUSTOM']) {
      expect(providers).toContain(name);
    }
    for (const row of owned) expect(missingSettings(row).length === 0).toBe(row.status === 'COMPLETED');
    expect(owned.filter(({ enabled }) => enabled).length).toBeGreaterThan(25);
  });

  it('have real certificates, one that ends in nine days and one that has ended', () => {
    const certificates = owned.flatMap((row) => row.certificates);
    for (const { pem, expiresAt } of certificates) {
      const parsed = new X509Certificate(pem);
      expect(parsed.verify(parsed.publicKey)).toBe(true);
      expect(Date.parse(parsed.validTo)).toBe(expiresAt);
    }
    expect(connectionOf('zephyrine')?.certificates).toMatchObject([{ expiresAt: now + 9 * dayMs }]);
    expect(certificates.filter(({ expiresAt }) => expiresAt < now)).toHaveLength(1);
  });

  it('are half configured at a customer who is half onboarded', () => {
    const row = connectionOf('bellwether');
    expect(row).toMatchObject({ status: 'IN_PROGRESS', enabled: false });
    expect(row && missingSettings(row)).toEqual(['idp_certificate']);
    const [domain] = store.domains.findBy('organizationId', organization('bellwether').id);
    expect(store.domains.findBy('organizationId', organization('bellwether').id)).toHaveLength(1);
    expect(domain).toMatchObject({ status: 'PENDING', method: 'DNS' });
    expect(domain?.verifyBy).toBeGreaterThan(now);
    expect(directoryOf('bellwether')).toMatchObject({ status: 'IN_PROGRESS', enabled: true });
  });
});

describe('domains of the demo', () => {
  it('are in every state, each name once', () => {
    const rows = store.domains.all();
    const statuses = new Set(rows.map(({ status }) => status));
    expect(statuses).toEqual(new Set(['PENDING', 'VERIFIED', 'FAILED', 'AUTO_VERIFIED']));
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    expect(rows.every(({ name }) => name.endsWith('.example'))).toBe(true);
  });
});

describe('directories of the demo', () => {
  it('hold people who are members, and one guest who is not', () => {
    for (const row of store.directoryUsers.all()) {
      const directory = store.directories.get(row.directoryId);
      const id = membershipId(directory?.organizationId ?? '', row.provisioned?.userId ?? '');
      const membership = store.memberships.get(id);
      if (!row.provisioned) continue;
      expect(membership?.status).toBe('active');
    }
    const guests = store.directoryUsers.all().filter(({ provisioned }) => !provisioned);
    expect(guests.map(({ attributes }) => attributes.userName)).toEqual([
      'oriane.fellmarsh@harrowgate-partners.example',
    ]);
  });

  it('have groups of members of the same directory', () => {
    for (const group of store.directoryGroups.all()) {
      // But one: at the provider it holds only other groups.
      const isNested = group.attributes.displayName === 'All analysts';
      expect(group.memberIds.length > 0).toBe(!isNested);
      for (const id of group.memberIds)
        expect(store.directoryUsers.get(id)?.directoryId).toBe(group.directoryId);
    }
  });

  it('changed the role of a group yesterday at one customer', () => {
    const directory = directoryOf('lumenfold');
    const changed = eventsOf('lumenfold').filter(({ createdAt }) => createdAt === now - dayMs);
    const types = new Set(changed.map(({ type }) => type));
    expect(types).toEqual(
      new Set(['organization.directory.user_updated', 'user.organization_membership_updated']),
    );
    const told = changed.find(({ type }) => type === 'organization.directory.user_updated');
    const user = store.directoryUsers.get(String(told?.data.id));
    expect(user && groupsOf(store, directory, user).length).toBeGreaterThan(0);
    expect(told?.data.roles).toContainEqual({ role_name: 'auditor' });
    const id = membershipId(directory.organizationId, user?.provisioned?.userId ?? '');
    expect(store.memberships.get(id)?.roles).toContain('auditor');
    expect(store.memberships.get(id)?.roles).not.toContain('analyst');
  });

  it('map a group that is not tracked at another', () => {
    const directory = directoryOf('fennimore');
    const groups = store.directoryGroups.findBy('directoryId', directory.id);
    const left = groups.filter((group) => !isTracked(directory, group));
    expect(left.map(({ attributes }) => readGroupAttributes(attributes).displayName)).toEqual([
      'Flight test',
    ]);
    expect(directory.roleAssignments.map(({ groupId }) => groupId)).toContain(left[0]?.id);
  });

  it('have a secret that ends soon', () => {
    const soon = store.directorySecrets.all().filter(({ expiresAt }) => expiresAt < now + 14 * dayMs);
    expect(soon).toMatchObject([{ directoryId: directoryOf('quarrystone').id }]);
  });
});

describe('the history of the demo', () => {
  it('is of documented events, all of the past', () => {
    const events = store.events.all();
    expect(events.length).toBeGreaterThan(200);
    for (const { type, data, createdAt } of events) {
      expect(findPayloadFaults(type, data)).toEqual([]);
      expect(createdAt).toBeLessThanOrEqual(now);
    }
  });

  it('has nothing that was made in the future or changed before it was made', () => {
    const tables = ['connections', 'domains', 'directories', 'directoryUsers', 'directoryGroups'] as const;
    for (const row of tables.flatMap((name) => [...store[name].all()])) {
      expect(row.createdAt).toBeLessThanOrEqual(row.updatedAt);
      expect(row.updatedAt).toBeLessThanOrEqual(now);
    }
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortalDomain } from '@/emulator/domains/create-domain';
import { publishTxtRecord } from '@/emulator/domains/verification';
import { scalekitClient } from '@/lib/scalekit/client';
import {
  customerLog,
  customerRead,
  customerWrite,
  itFailsInPlainWords,
  testVisit,
} from '@/tests/setup/customer';
import { withTestDatabase } from '@/tests/setup/database';
import { type DnsServer, startDnsServer } from '@/tests/setup/dns-server';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { failureOf } from '@/tests/setup/write';
import { verifyOwnDomain } from './customer-actions';
import { checkOwnDomain, listOwnDomains } from './customer-queries';

const zone = new Map<string, string[]>();
let dns: DnsServer;
beforeAll(async () => {
  dns = await startDnsServer((name) => zone.get(name) ?? null);
  process.env.DNS_SERVERS = `127.0.0.1:${dns.port}`;
});
afterAll(() => dns.close());

withTestDatabase();
const emulator = withEmulator();

/** A domain that the customer added in the portal. */
async function pending() {
  const organizationId = await newOrganization();
  const { environment, store } = emulator.current;
  const organization = store.organizations.get(organizationId);
  if (!organization) throw new Error('the organization is gone');
  const row = createPortalDomain(environment, organization, `${randomUUID().slice(0, 8)}.example`);
  return { organizationId, visit: testVisit(organizationId), domainId: row.id, row };
}

describe('domains on the page', () => {
  it('show the record to publish and what the DNS says now', async () => {
    const { visit, domainId, row } = await pending();
    zone.set(row.name, ['v=spf1 -all']);
    const [domain] = (await customerRead(listOwnDomains, {}, visit)).unproved;
    expect(domain).toMatchObject({
      ...{ id: domainId, domain: row.name, status: 'pending' },
      check: { outcome: 'other_records', found: ['v=spf1 -all'] },
    });
    zone.set(row.name, [domain?.record?.value ?? '']);
    expect(await customerRead(checkOwnDomain, { domainId }, visit)).toMatchObject({ outcome: 'published' });
  });

  it('are the names alone once they are proved', async () => {
    const organizationId = await newOrganization();
    const domain = `${randomUUID().slice(0, 8)}.example`;
    await scalekitClient('production').domains.createDomain({
      identities: { case: 'organizationId', value: organizationId },
      domain: { domain, domainType: 2 },
    });
    const list = await customerRead(listOwnDomains, {}, testVisit(organizationId));
    expect(list).toEqual({ proved: [domain], unproved: [], more: false });
  });

  it('of another organization cannot be looked up', async () => {
    const { domainId } = await pending();
    const { visit } = await pending();
    expect((await failureOf(customerRead(checkOwnDomain, { domainId }, visit))).code).toBe('not_found');
  });
});

describe('verifying', () => {
  it('has the record looked for, and says whether it was there', async () => {
    const { visit, domainId, row } = await pending();
    expect(await customerWrite(verifyOwnDomain, { domainId }, visit)).toEqual({ verified: false });
    publishTxtRecord(emulator.current.environment, row);
    expect(await customerWrite(verifyOwnDomain, { domainId }, visit)).toEqual({ verified: true });
    expect((await customerLog(visit)).at(-1)).toMatchObject({ outcome: 'ok', details: { verified: true } });
  });

  it.each(['', 'heronsgate.example', 'org_1'])('refuses %j, which is no id', async (domainId) => {
    const { visit } = await pending();
    const error = await failureOf(customerWrite(verifyOwnDomain, { domainId }, visit));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['domainId']);
  });

  it('refuses a domain of another organization and writes nothing', async () => {
    const { domainId } = await pending();
    const { visit } = await pending();
    emulator.current.journal.clear();
    expect((await failureOf(customerWrite(verifyOwnDomain, { domainId }, visit))).code).toBe('not_found');
    expect(emulator.current.journal.list('domains.verifyDomain')).toEqual([]);
    expect(await customerLog(visit)).toMatchObject([{ kind: 'denied', action: 'domain.verify' }]);
  });

  itFailsInPlainWords({
    action: verifyOwnDomain,
    emulator,
    operation: 'domains.verifyDomain',
    input: async () => {
      const { organizationId, domainId } = await pending();
      return { organizationId, input: { domainId } };
    },
  });
});

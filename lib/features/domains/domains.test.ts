import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortalDomain } from '@/emulator/domains/create-domain';
import { publishTxtRecord } from '@/emulator/domains/verification';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { type DnsServer, startDnsServer } from '@/tests/setup/dns-server';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { addDomain, deleteDomain, verifyDomain } from './actions';
import { checkDomain, countDomainImpact, listDomains } from './queries';

const zone = new Map<string, string[]>();
let dns: DnsServer;
// Before the settings are first read.
beforeAll(async () => {
  dns = await startDnsServer((name) => zone.get(name) ?? null);
  process.env.DNS_SERVERS = `127.0.0.1:${dns.port}`;
});
afterAll(() => dns.close());

withTestDatabase();
const emulator = withEmulator();

const newName = () => `${randomUUID().slice(0, 8)}.example`;
const input = (organizationId: string, domain = newName()) => ({
  organizationId,
  domain,
  type: 'organization' as const,
});

async function added() {
  const organizationId = await newOrganization();
  const { domainId } = await write(addDomain, input(organizationId));
  return { organizationId, domainId };
}

/** One that the customer added in the portal, which waits for its record. */
async function pending() {
  const organizationId = await newOrganization();
  const { environment, store } = emulator.current;
  const organization = store.organizations.get(organizationId);
  if (!organization) throw new Error('the organization is gone');
  const row = createPortalDomain(environment, organization, newName());
  return { organizationId, domainId: row.id, row };
}

const list = async (organizationId: string) =>
  (await runQuery(listDomains.definition, 'production', testPrincipal(), { organizationId })).rows;
const check = (one: { organizationId: string; domainId: string }) =>
  runQuery(checkDomain.definition, 'production', testPrincipal(), one);

describe('addDomain', () => {
  it('vouches for a domain and logs it', async () => {
    const somebody = testPrincipal();
    const organizationId = await newOrganization();
    const { domainId } = await write(addDomain, { ...input(organizationId, 'Northquay.Example') }, somebody);
    expect(await list(organizationId)).toMatchObject([
      {
        id: domainId,
        domain: 'northquay.example',
        type: 'organization',
        status: 'auto_verified',
        verifiedBy: 'admin',
      },
    ]);
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', organizationId, details: { domain: 'northquay.example', type: 'organization' } },
      { kind: 'outcome', outcome: 'ok', targetId: domainId },
    ]);
  });

  it.each([
    ['an address', 'ada@heronsgate.example'],
    ['a URL', 'https://heronsgate.example/login'],
    ['a bare word', 'heronsgate'],
    ['nothing', ' '],
    ['a name of 300 characters', `${'a'.repeat(296)}.com`],
    ['a public domain', 'gmail.com'],
  ])('refuses %s beside the field', async (_name, domain) => {
    const error = await failureOf(write(addDomain, input(await newOrganization(), domain)));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['domain']);
  });

  it('says beside the field that another organization has it', async () => {
    const domain = newName();
    await write(addDomain, input(await newOrganization(), domain));
    const error = await failureOf(write(addDomain, input(await newOrganization(), domain)));
    expect(error.fieldErrors?.domain).toMatch(/already exists/);
  });

  itFailsInWords({
    action: addDomain,
    emulator,
    operation: 'domains.createDomain',
    input: async () => input(await newOrganization()),
  });
});

describe('verifyDomain', () => {
  it('tells a record that is there from one that is not', async () => {
    const { row, ...domain } = await pending();
    expect(await write(verifyDomain, domain)).toEqual({ verified: false });
    publishTxtRecord(emulator.current.environment, row);
    expect(await write(verifyDomain, domain)).toEqual({ verified: true });
    expect(await list(domain.organizationId)).toMatchObject([{ status: 'verified', verifiedBy: 'dns' }]);
  });

  itFailsInWords({ action: verifyDomain, emulator, operation: 'domains.verifyDomain', input: added });
});

describe('deleteDomain', () => {
  it('takes it away', async () => {
    const domain = await added();
    await write(deleteDomain, domain);
    expect(await list(domain.organizationId)).toEqual([]);
  });

  it('knows no domain of another organization', async () => {
    const { domainId } = await added();
    const organizationId = await newOrganization();
    expect((await failureOf(write(deleteDomain, { organizationId, domainId }))).code).toBe('not_found');
  });

  itFailsInWords({ action: deleteDomain, emulator, operation: 'domains.deleteDomain', input: added });
});

describe('checkDomain', () => {
  it('compares what is published with what should be', async () => {
    const { row, ...domain } = await pending();
    expect(await check(domain)).toMatchObject({ asked: row.name, outcome: 'no_name', found: [] });
    zone.set(row.name, []);
    expect(await check(domain)).toMatchObject({ outcome: 'no_records' });
    zone.set(row.name, ['v=spf1 -all']);
    expect(await check(domain)).toMatchObject({ outcome: 'other_records', found: ['v=spf1 -all'] });
    const value = `${row.txtKey}=${row.txtSecret}`;
    zone.set(row.name, ['v=spf1 -all', value]);
    expect(await check(domain)).toMatchObject({ outcome: 'published', expected: value });
  });

  it('looks up names of the organization’s own domains alone', async () => {
    const { domainId } = await pending();
    const organizationId = await newOrganization();
    expect((await failureOf(check({ organizationId, domainId }))).code).toBe('not_found');
  });
});

describe('countDomainImpact', () => {
  it('names what a domain leads to, and what could not be looked up', async () => {
    const domain = await added();
    const count = () => runQuery(countDomainImpact.definition, 'production', testPrincipal(), domain);
    expect(await count()).toEqual({ connections: [], directories: 0 });
    emulator.current.faults.add({ operation: 'directories.listDirectories', status: 500 });
    expect(await count()).toEqual({ connections: [], directories: null });
  });
});

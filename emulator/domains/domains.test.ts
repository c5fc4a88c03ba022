import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPayloadFaults } from '../events/check-payload';
import { type Json, TestEmulator } from '../test-client';
import { createPortalDomain, verificationMs } from './create-domain';
import { publishTxtRecord } from './verification';

let test: TestEmulator;
let org: Json;

beforeAll(async () => {
  test = await TestEmulator.start();
  org = await test.organization({ display_name: 'Acme & Sons', external_id: 'acme' });
});
afterAll(() => test.stop());

const path = (rest = '') => `/organizations/${org.id}/domains${rest}`;
const add = (domain: string, body: Json = {}) => test.call('POST', path(), { domain, ...body });

/** What the hosted portal does for a customer's administrator. */
function addByPortal(name: string) {
  const { environment, store } = test.emulator;
  const organization = store.organizations.get(org.id);
  if (!organization) throw new Error('the organization is gone');
  return createPortalDomain(environment, organization, name);
}

function eventsOf(domainId: string) {
  return test.emulator.store.events.all().filter(({ data }) => data.id === domainId);
}

describe('a domain added through the API', () => {
  it('is verified at once, for sign-in unless said otherwise', async () => {
    const { json } = await add('Acme.EXAMPLE');
    expect(json.domain).toMatchObject({
      id: expect.stringMatching(/^dom_\d{18}$/),
      domain: 'acme.example',
      organization_id: org.id,
      environment_id: test.emulator.environment.id,
      domain_type: 'ORGANIZATION_DOMAIN',
      verification_status: 'AUTO_VERIFIED',
      verification_method: 'ADMIN',
      txt_record_key: expect.stringMatching(/^acme-sons-verify-dom_[0-9a-f]{8}$/),
      txt_record_secret: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const verified = await test.call('PATCH', path(`/${json.domain.id}:verify`));
    expect(verified.json).toEqual({ verified: true });
  });

  it('may only suggest the organization', async () => {
    const { json } = await add('mail.acme.example', { domain_type: 'ALLOWED_EMAIL_DOMAIN' });
    expect(json.domain).toMatchObject({
      domain_type: 'ALLOWED_EMAIL_DOMAIN',
      verification_method: 'NOT_APPLICABLE',
    });
  });

  it('can be given to a connection at once', async () => {
    const made = await test.call('POST', `/organizations/${org.id}/connections`, {
      provider: 'OKTA',
      type: 'OIDC',
    });
    const { id } = made.json.connection;
    const { json } = await test.call('POST', path(`?connection_id=${id}`), { domain: 'given.example' });
    const listed = await test.call('GET', path(`?connection_id=${id}`));
    expect(listed.json.domains).toMatchObject([{ id: json.domain.id }]);
  });

  it('cannot be renamed, is deleted for good, and tells of both ends', async () => {
    const { domain } = (await add('brief.example')).json;
    const updated = await test.call('PATCH', path(`/${domain.id}`), {});
    expect(updated.json.domain.domain).toBe('brief.example');
    expect((await test.call('DELETE', path(`/${domain.id}`))).json).toEqual({});
    const gone = await test.call('GET', path(`/${domain.id}`));
    expect(gone.status).toBe(404);
    expect(gone.json.message).toContain('not found');
    const events = eventsOf(domain.id);
    expect(events.map(({ type }) => type)).toEqual([
      'organization.domain_created',
      'organization.domain_deleted',
    ]);
    for (const { type, data } of events) expect(findPayloadFaults(type, data)).toEqual([]);
    expect((await add('brief.example')).status).toBe(200);
  });
});

describe('a domain added in the portal', () => {
  it('waits for its TXT record and is verified once that is there', async () => {
    const row = addByPortal('proof.example');
    const before = await test.call('GET', path(`/${row.id}`));
    expect(before.json.domain).toMatchObject({ verification_status: 'PENDING', verification_method: 'DNS' });
    expect((await test.call('PATCH', path(`/${row.id}:verify`))).json).toEqual({ verified: false });
    publishTxtRecord(test.emulator.environment, row);
    expect((await test.call('PATCH', path(`/${row.id}:verify`))).json).toEqual({ verified: true });
    const after = await test.call('GET', path(`/${row.id}`));
    expect(after.json.domain.verification_status).toBe('VERIFIED');
    const events = eventsOf(row.id);
    expect(events.map(({ type }) => type)).toEqual([
      'organization.domain_created',
      'organization.domain_dns_verification_success',
    ]);
    for (const { type, data } of events) expect(findPayloadFaults(type, data)).toEqual([]);
  });

  it('fails when the time for it is over, once and for all', async () => {
    const row = addByPortal('late.example');
    test.emulator.clock.shift(verificationMs + 1);
    // The old token has expired as well.
    test.token = await test.emulator.issueToken();
    const { json } = await test.call('GET', path(`/${row.id}`));
    expect(json.domain.verification_status).toBe('FAILED');
    publishTxtRecord(test.emulator.environment, { ...row, status: 'FAILED' });
    expect((await test.call('PATCH', path(`/${row.id}:verify`))).json).toEqual({ verified: false });
    const failures = eventsOf(row.id).filter(({ type }) => type.endsWith('_failed'));
    expect(failures).toHaveLength(1);
    test.emulator.clock.reset();
    test.token = await test.emulator.issueToken();
  });
});

describe('the list', () => {
  it('counts pages from zero, gives size and number back, and filters by type', async () => {
    const { id } = await test.organization();
    const base = `/organizations/${id}/domains`;
    for (const name of ['a1', 'a2', 'a3']) await test.call('POST', base, { domain: `${name}.example` });
    await test.call('POST', base, { domain: 'a4.example', domain_type: 'ALLOWED_EMAIL_DOMAIN' });
    const names = ({ json }: { json: Json }) => json.domains.map((one: Json) => one.domain);
    const first = await test.call('GET', `${base}?page_size=3`);
    expect(first.json).toMatchObject({ page_size: 3, page_number: 0 });
    expect(names(first)).toEqual(['a4.example', 'a3.example', 'a2.example']);
    expect(names(await test.call('GET', `${base}?page_size=3&page_number=1`))).toEqual(['a1.example']);
    expect(names(await test.call('GET', `${base}?page_number=7`))).toEqual([]);
    expect(names(await test.call('GET', `${base}?domain_type=ALLOWED_EMAIL_DOMAIN`))).toEqual(['a4.example']);
    expect((await test.call('GET', base)).json.page_size).toBe(30);
    expect((await test.call('GET', `${base}?page_size=500`)).json.page_size).toBe(100);
  });

  it('has the TXT record only for who asks', async () => {
    const [plain] = (await test.call('GET', path('?page_size=1'))).json.domains;
    expect(plain).toMatchObject({ txt_record_key: '', txt_record_secret: '' });
    const asked = await test.call('GET', path('?page_size=1&include=other,%20verification_details'));
    expect(asked.json.domains[0].txt_record_secret).not.toBe('');
  });
});

describe('what is refused', () => {
  it.each([
    ['not a domain name', 'nonsense', /not a domain name/],
    ['an address', 'https://acme.example', /not a domain name/],
    ['a label with an underscore', 'ac_me.example', /not a domain name/],
    ['a public domain', 'Gmail.com', /public or disposable/],
    ['a disposable domain', 'mailinator.com', /public or disposable/],
    ['a domain of 3', 'a.b', /at least 4/],
    ['a domain of 256', `${'a.'.repeat(124)}example.x`, /at most 255/],
  ])('%s', async (_, domain, message) => {
    const answer = await add(domain);
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ code: 3, details: [{ error_code: 'INVALID_ARGUMENT' }] });
    expect(answer.json.message).toMatch(message);
  });

  it('a domain that exists, of whatever organization', async () => {
    await add('twice.example');
    const other = await test.organization();
    for (const id of [org.id, other.id]) {
      const answer = await test.call('POST', `/organizations/${id}/domains`, { domain: 'twice.example' });
      expect(answer.json.message).toMatch(/already exists/);
      expect(answer.status).toBe(400);
    }
  });

  it('another organization, an unknown one, a malformed one', async () => {
    const { domain } = (await add('mine.example')).json;
    const other = await test.organization();
    expect((await test.call('GET', `/organizations/${other.id}/domains/${domain.id}`)).status).toBe(404);
    expect((await test.call('GET', '/organizations/org_100000000000000000/domains')).status).toBe(404);
    expect((await test.call('GET', '/organizations/nonsense/domains')).status).toBe(404);
  });
});

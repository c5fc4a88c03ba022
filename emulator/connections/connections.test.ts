import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPayloadFaults } from '../events/check-payload';
import { type Json, TestEmulator } from '../test-client';
import { makeCertificate } from './self-signed-certificate';

let test: TestEmulator;
let org: Json;

beforeAll(async () => {
  test = await TestEmulator.start();
  org = await test.organization();
});
afterAll(() => test.stop());

const day = 86_400_000;
const certificate = (commonName: string, days: number) =>
  makeCertificate({
    commonName,
    organization: 'Acme',
    notBefore: Date.now() - day,
    notAfter: Math.floor(Date.now() / 1000) * 1000 + days * day,
  });
const okta = { provider: 'OKTA', type: 'OIDC' };
const oidc = { issuer: 'https://acme.okta.example', client_id: 'abc', client_secret: 'hush' };

async function create(body: Json = okta): Promise<Json> {
  const { json } = await test.call('POST', `/organizations/${org.id}/connections`, body);
  return json.connection;
}

const path = (connection: Json, verb = '') => `/organizations/${org.id}/connections/${connection.id}${verb}`;

async function configure(connection: Json, body: Json): Promise<Json> {
  const { provider, type } = connection;
  return (await test.call('PATCH', path(connection), { provider, type, ...body })).json.connection;
}

describe('a connection of an organization', () => {
  it('begins as a draft that knows its own addresses', async () => {
    const connection = await create();
    expect(connection).toMatchObject({
      provider: 'OKTA',
      provider_key: 'OKTA',
      type: 'OIDC',
      status: 'DRAFT',
      enabled: false,
      organization_id: org.id,
      key_id: expect.stringMatching(/^okta-[a-z0-9]{8}$/),
      test_connection_uri: `${test.emulator.url}/sso/v1/oidc/${connection.id}/test`,
      oidc_config: { redirect_uri: `${test.emulator.url}/sso/v1/oidc/${connection.id}/callback` },
    });
  });

  it('is in progress while something is missing, and says what when it shall be enabled', async () => {
    const connection = await create();
    const edited = await configure(connection, { oidc_config: { client_id: 'abc' } });
    expect(edited).toMatchObject({ status: 'IN_PROGRESS', oidc_config: { client_id: 'abc' } });
    const refused = await test.call('PATCH', path(connection, ':enable'));
    expect(refused.status).toBe(200);
    expect(refused.json.enabled).toBe(false);
    expect(refused.json.error_message).toMatch(/client_secret, issuer missing/);
    expect((await test.call('GET', path(connection))).json.connection.enabled).toBe(false);
  });

  it('is complete with all parts, keeps those sent before, and can be switched on and off', async () => {
    const connection = await create();
    await configure(connection, { oidc_config: { client_id: 'abc', client_secret: 'hush' } });
    const complete = await configure(connection, { oidc_config: { issuer: oidc.issuer } });
    expect(complete).toMatchObject({ status: 'COMPLETED', enabled: false, oidc_config: oidc });
    expect((await test.call('PATCH', path(connection, ':enable'))).json).toEqual({ enabled: true });
    const again = await test.call('PATCH', path(connection, ':enable'));
    expect(again.json).toEqual({ enabled: true, error_message: 'The connection is already enabled' });
    expect((await test.call('PATCH', path(connection, ':disable'))).json).toEqual({ enabled: false });
    const kept = await test.call('GET', path(connection));
    expect(kept.json.connection).toMatchObject({ status: 'COMPLETED', oidc_config: oidc });
  });

  it('reads the certificates of a SAML provider and keeps old and new side by side', async () => {
    const connection = await create({ provider: 'ONELOGIN', type: 'SAML' });
    const saml = { idp_entity_id: 'https://idp.example', idp_sso_url: 'https://idp.example/sso' };
    expect((await configure(connection, { saml_config: saml })).status).toBe('IN_PROGRESS');
    const old = { idp_certificate: certificate('old.example', 9) };
    const complete = await configure(connection, { saml_config: old });
    expect(complete).toMatchObject({
      status: 'COMPLETED',
      saml_config: {
        ...saml,
        sp_entity_id: `${test.emulator.url}/sso/v1/saml/${connection.id}`,
        idp_certificates: [{ issuer: 'CN=old.example,O=Acme,C=US' }],
      },
    });
    const [first] = complete.saml_config.idp_certificates;
    expect(first.id).toMatch(/^cert_\d+$/);
    const days = (Date.parse(first.expiry_time) - Date.now()) / day;
    expect(days).toBeGreaterThan(8.9);
    expect(days).toBeLessThan(9.1);
    await configure(connection, { saml_config: old });
    const rotated = await configure(connection, {
      saml_config: { idp_certificate: certificate('new.example', 900) },
    });
    const issuers = rotated.saml_config.idp_certificates.map((one: Json) => one.issuer);
    expect(issuers).toEqual(['CN=old.example,O=Acme,C=US', 'CN=new.example,O=Acme,C=US']);
  });

  it('is gone after it is deleted', async () => {
    const connection = await create();
    expect((await test.call('DELETE', path(connection))).json).toEqual({});
    expect((await test.call('GET', path(connection))).status).toBe(404);
  });

  it('belongs to its organization alone', async () => {
    const connection = await create();
    const other = await test.organization();
    const foreign = `/organizations/${other.id}/connections/${connection.id}`;
    expect((await test.call('GET', foreign)).status).toBe(404);
    expect((await test.call('DELETE', foreign)).status).toBe(404);
    expect((await test.call('GET', `/connections/${connection.id}`)).status).toBe(404);
  });

  it('gets domains of its organization', async () => {
    const connection = await create();
    const add = (domain: string) => test.call('POST', `/organizations/${org.id}/domains`, { domain });
    const [one, two] = [(await add('one.example')).json.domain, (await add('two.example')).json.domain];
    const assigned = await test.call('PUT', path(connection, '/domains'), { domain_ids: [one.id, two.id] });
    expect(assigned.json.connection.domains).toMatchObject([
      { domain: 'one.example' },
      { domain: 'two.example' },
    ]);
    await test.call('DELETE', `/organizations/${org.id}/domains/${one.id}`);
    const left = await test.call('GET', path(connection));
    expect(left.json.connection.domains).toMatchObject([{ id: two.id }]);
    const emptied = await test.call('PUT', path(connection, '/domains'), { domain_ids: [] });
    expect(emptied.json.connection.domains).toEqual([]);
  });

  it('tells of its life as documented', async () => {
    const owner = await test.organization();
    const base = `/organizations/${owner.id}/connections`;
    const { connection } = (await test.call('POST', base, okta)).json;
    await test.call('PATCH', `${base}/${connection.id}`, { ...okta, oidc_config: oidc });
    await test.call('PATCH', `${base}/${connection.id}:enable`);
    await test.call('PATCH', `${base}/${connection.id}:disable`);
    await test.call('DELETE', `${base}/${connection.id}`);
    const events = test.emulator.store.events
      .findBy('organizationId', owner.id)
      .filter(({ type }) => type.startsWith('organization.sso_'));
    expect(events.map(({ type }) => type.replace('organization.sso_', ''))).toEqual([
      'created',
      'enabled',
      'disabled',
      'deleted',
    ]);
    for (const { type, data } of events) expect(findPayloadFaults(type, data)).toEqual([]);
  });
});

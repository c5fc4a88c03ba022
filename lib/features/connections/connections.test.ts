import { describe, expect, it } from 'vitest';
import { makeCertificate } from '@/emulator/connections/self-signed-certificate';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { deleteConnection, disableConnection, enableConnection } from './actions';
import { getConnection, listConnections, searchConnections } from './queries';

withTestDatabase();
const emulator = withEmulator();

const dayMs = 86_400_000;
const { OKTA } = connectionsPb.ConnectionProvider;

/** A connection with nothing set, which cannot be enabled. */
async function draft(type: 'OIDC' | 'SAML' = 'OIDC', organizationName?: string) {
  const organizationId = await newOrganization(organizationName);
  const { connections } = scalekitClient('production');
  const connection = { provider: OKTA, type: connectionsPb.ConnectionType[type] };
  const created = await connections.createConnection({ organizationId, connection });
  const { id = '', keyId = '' } = created.connection ?? {};
  return { organizationId, connectionId: id, keyId };
}

async function complete() {
  const one = await draft();
  const { connections } = scalekitClient('production');
  await connections.updateConnection({
    organizationId: one.organizationId,
    id: one.connectionId,
    connection: {
      provider: OKTA,
      type: connectionsPb.ConnectionType.OIDC,
      settings: {
        case: 'oidcConfig',
        value: {
          issuer: 'https://login.heronsgate.example',
          clientId: 'app',
          clientSecret: 'hush-hush-made-up',
        },
      },
    },
  });
  return one;
}

async function enabled() {
  const one = await complete();
  await write(enableConnection, one);
  return one;
}

const read = (one: { organizationId: string; connectionId: string }) =>
  runQuery(getConnection.definition, 'production', testPrincipal(), one);

describe('enableConnection', () => {
  it('enables what is complete', async () => {
    const one = await complete();
    await write(enableConnection, one);
    expect(await read(one)).toMatchObject({ enabled: true, status: 'completed' });
  });

  it('shows a refusal that comes as 200 as a refusal, and logs it as failed', async () => {
    const somebody = testPrincipal();
    const error = await failureOf(write(enableConnection, await draft(), somebody));
    expect(error.code).toBe('conflict');
    expect(error.message).toMatch(/^Scalekit did not do this\. /);
    expect(await logOf(somebody)).toMatchObject([{ kind: 'intent' }, { kind: 'outcome', outcome: 'failed' }]);
  });

  itFailsInWords({
    action: enableConnection,
    emulator,
    operation: 'connections.enableConnection',
    input: complete,
  });
});

describe('disableConnection', () => {
  it('disables it and keeps what is set', async () => {
    const one = await enabled();
    await write(disableConnection, one);
    expect(await read(one)).toMatchObject({ enabled: false, status: 'completed' });
  });

  itFailsInWords({
    action: disableConnection,
    emulator,
    operation: 'connections.disableConnection',
    input: enabled,
  });
});

describe('deleteConnection', () => {
  const input = async () => {
    const { keyId, ...one } = await draft();
    return { ...one, confirmName: keyId, reason: 'The customer moved away' };
  };

  it('deletes it with a reason', async () => {
    const one = await input();
    const lead = testPrincipal({ role: 'lead', authTime: new Date() });
    await write(deleteConnection, one, lead);
    expect((await failureOf(read(one))).code).toBe('not_found');
  });

  it('wants the name as it is, a reason, and a fresh sign-in', async () => {
    const one = await input();
    const lead = testPrincipal({ role: 'lead', authTime: new Date() });
    const typed = await failureOf(write(deleteConnection, { ...one, confirmName: 'okta' }, lead));
    expect(typed.fieldErrors?.confirmName).toContain(one.confirmName);
    const silent = await failureOf(write(deleteConnection, { ...one, reason: '' }, lead));
    expect(Object.keys(silent.fieldErrors ?? {})).toEqual(['reason']);
    const stale = testPrincipal({ role: 'lead', authTime: new Date(Date.now() - 3_600_000) });
    expect(await failureOf(write(deleteConnection, one, stale))).toMatchObject({
      code: 'unauthenticated',
      stepUp: true,
    });
  });

  itFailsInWords({
    action: deleteConnection,
    emulator,
    operation: 'connections.deleteConnection',
    input,
    principal: { role: 'lead', authTime: new Date() },
  });
});

describe('reading connections', () => {
  it('tells that a secret is set and never what it is', async () => {
    const one = await complete();
    const detail = await read(one);
    expect(detail.theirs).toContainEqual({ label: 'Client secret', value: 'is set' });
    expect(detail.ours).toMatchObject([{ label: 'Redirect URI', copy: true }]);
    expect(JSON.stringify(detail)).not.toContain('hush-hush');
  });

  it('reads certificates from the certificates themselves', async () => {
    const one = await draft('SAML');
    const pem = makeCertificate({
      commonName: 'login.heronsgate.example',
      organization: 'Heronsgate',
      notBefore: Date.now() - dayMs,
      notAfter: Math.floor(Date.now() / 1000) * 1000 + 9 * dayMs,
    });
    await scalekitClient('production').connections.updateConnection({
      organizationId: one.organizationId,
      id: one.connectionId,
      connection: {
        provider: OKTA,
        type: connectionsPb.ConnectionType.SAML,
        settings: { case: 'samlConfig', value: { idpCertificate: pem } },
      },
    });
    const [certificate] = (await read(one)).certificates;
    expect(certificate?.issuer).toContain('CN=login.heronsgate.example');
    expect(certificate?.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    const days = (Date.parse(certificate?.expiresAt ?? '') - Date.now()) / dayMs;
    expect(Math.round(days)).toBe(9);
  });

  it('lists those of an organization', async () => {
    const one = await draft();
    const rows = await runQuery(listConnections.definition, 'production', testPrincipal(), one);
    expect(rows).toMatchObject([
      { id: one.connectionId, provider: 'Okta', type: 'OIDC', status: 'draft', enabled: false },
    ]);
  });

  it('searches those of all organizations, for a limited person those of theirs', async () => {
    const one = await enabled();
    const other = await draft('SAML');
    const search = (filter: object, who = testPrincipal()) =>
      runQuery(searchConnections.definition, 'production', who, filter);
    const ids = (page: { rows: { id: string }[] }) => page.rows.map(({ id }) => id);
    expect(ids(await search({ type: 'SAML' }))).not.toContain(one.connectionId);
    expect(ids(await search({ enabled: 'yes' }))).not.toContain(other.connectionId);
    expect(ids(await search({ text: other.keyId }))).toEqual([other.connectionId]);
    const limited = await search({}, testPrincipal({ customers: new Set([other.organizationId]) }));
    expect([ids(limited), limited.total]).toEqual([[other.connectionId], null]);
  });

  it('narrows them by provider and by the domain of a customer', async () => {
    const one = await enabled();
    const { domains } = scalekitClient('production');
    const domain = `${one.connectionId.slice(-8)}.example`;
    await domains.createDomain({
      identities: { case: 'organizationId', value: one.organizationId },
      domain: { domain },
    });
    const search = (filter: object, who = testPrincipal()) =>
      runQuery(searchConnections.definition, 'production', who, filter);
    const ids = (page: { rows: { id: string }[] }) => page.rows.map(({ id }) => id);
    expect(ids(await search({ provider: 'OKTA', text: one.keyId }))).toEqual([one.connectionId]);
    expect(ids(await search({ provider: 'ADFS', text: one.keyId }))).toEqual([]);
    expect(ids(await search({ domain: `Ada@${domain.toUpperCase()}` }))).toEqual([one.connectionId]);
    expect(ids(await search({ domain, provider: 'ADFS' }))).toEqual([]);
    expect(ids(await search({ domain, enabled: 'no' }))).toEqual([]);
    const limited = testPrincipal({ customers: new Set([await newOrganization()]) });
    expect(ids(await search({ domain }, limited))).toEqual([]);
    const long = await failureOf(search({ domain: `${'a'.repeat(30)}.example` }));
    expect(long).toMatchObject({ code: 'invalid', message: expect.stringContaining('32 characters') });
  });

  it('shows what is set on a connection of another type, and no secret', async () => {
    const organizationId = await newOrganization();
    const { connections } = scalekitClient('production');
    const connection = { providerKey: 'CUSTOM', type: connectionsPb.ConnectionType.API_KEY };
    const { connection: made } = await connections.createConnection({ organizationId, connection });
    const one = { organizationId, connectionId: made?.id ?? '' };
    await connections.updateConnection({
      organizationId,
      id: one.connectionId,
      connection: {
        ...connection,
        settings: { case: 'staticConfig', value: { staticConfig: { api_key: 'hush-hush-made-up' } } },
      },
    });
    const detail = await read(one);
    expect(detail).toMatchObject({ type: 'API_KEY', ours: [], theirs: [], testUri: null });
    expect(detail.others).toEqual([{ label: 'api_key', value: 'is set' }]);
    expect(JSON.stringify(detail)).not.toContain('hush-hush');
  });
});

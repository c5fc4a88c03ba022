import { randomUUID } from 'node:crypto';
import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb, domainsPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { assignDomains } from './actions';
import { listAssignable } from './queries';

withTestDatabase();
const emulator = withEmulator();

async function connect(organizationId: string) {
  const { connection } = await scalekitClient('production').connections.createConnection({
    organizationId,
    connection: { provider: connectionsPb.ConnectionProvider.OKTA, type: connectionsPb.ConnectionType.SAML },
  });
  return { organizationId, connectionId: connection?.id ?? '' };
}

async function addDomain(organizationId: string, domainType = domainsPb.DomainType.ORGANIZATION_DOMAIN) {
  const { domain } = await scalekitClient('production').domains.createDomain({
    identities: { case: 'organizationId', value: organizationId },
    domain: { domain: `${randomUUID().slice(0, 8)}.example`, domainType },
  });
  return { id: domain?.id ?? '', name: domain?.domain ?? '' };
}

async function created() {
  const organizationId = await newOrganization();
  const [one, domain] = [await connect(organizationId), await addDomain(organizationId)];
  return { one, domain };
}

const list = (one: { organizationId: string; connectionId: string }) =>
  runQuery(listAssignable.definition, 'production', testPrincipal(), one);

describe('assignDomains', () => {
  it('replaces what led there, and takes the last away', async () => {
    const { one, domain } = await created();
    const second = await addDomain(one.organizationId);
    const somebody = testPrincipal();
    const outcome = await write(assignDomains, { ...one, domainIds: [domain.id] }, somebody);
    expect(outcome).toEqual({ kept: [], missing: [], domains: [domain.name] });
    await write(assignDomains, { ...one, domainIds: [second.id] });
    const assigned = async () =>
      (await list(one)).rows.filter((row) => row.assigned).map((row) => row.domain);
    expect(await assigned()).toEqual([second.name]);
    await write(assignDomains, { ...one, domainIds: [] });
    expect(await assigned()).toEqual([]);
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', details: { domainIds: [domain.id] } },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  it('refuses 51 domains beside the field, and one of another customer', async () => {
    const { one } = await created();
    const many = Array.from({ length: 51 }, (_, index) => `dom_${index}`);
    const error = await failureOf(write(assignDomains, { ...one, domainIds: many }));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['domainIds']);
    const foreign = await addDomain(await newOrganization());
    const refused = await failureOf(write(assignDomains, { ...one, domainIds: [foreign.id] }));
    expect(refused.code).toBe('invalid');
  });

  itFailsInWords({
    action: assignDomains,
    emulator,
    operation: 'connections.assignDomainsToConnection',
    input: async () => {
      const { one, domain } = await created();
      return { ...one, domainIds: [domain.id] };
    },
  });
});

describe('listAssignable', () => {
  it('offers the domains that lead sign-in, and says where else they lead', async () => {
    const { one, domain } = await created();
    await addDomain(one.organizationId, domainsPb.DomainType.ALLOWED_EMAIL_DOMAIN);
    const other = await connect(one.organizationId);
    await write(assignDomains, { ...other, domainIds: [domain.id] });
    expect(await list(one)).toEqual({
      complete: true,
      rows: [
        { id: domain.id, domain: domain.name, verified: true, assigned: false, elsewhere: ['Okta (SAML)'] },
      ],
    });
  });

  it('understands lists of connections that give ids instead of names', async () => {
    const { one, domain } = await created();
    const other = await connect(one.organizationId);
    const definition = listAssignable.definition;
    const client = scalekitClient('production');
    const scalekit = {
      ...client,
      connections: {
        ...client.connections,
        listConnections: async () =>
          create(connectionsPb.ListConnectionsResponseSchema, {
            connections: [{ id: other.connectionId, provider: 1, type: 2, domains: [domain.id] }],
          }),
      },
    };
    const context = { environment: 'production', principal: testPrincipal(), scalekit };
    const { rows } = await definition.load(one, context);
    expect(rows).toMatchObject([{ elsewhere: ['Okta (SAML)'] }]);
  });

  it('lists what leads there although it is of another kind, so that saving keeps it', async () => {
    const { one } = await created();
    const allowed = await addDomain(one.organizationId, domainsPb.DomainType.ALLOWED_EMAIL_DOMAIN);
    await write(assignDomains, { ...one, domainIds: [allowed.id] });
    const assigned = (await list(one)).rows.filter((row) => row.assigned);
    expect(assigned.map(({ id }) => id)).toEqual([allowed.id]);
  });

  it('reads every page of many domains', async () => {
    const { one } = await created();
    for (let count = 0; count < 50; count += 1) await addDomain(one.organizationId);
    const { rows, complete } = await list(one);
    expect([rows.length, new Set(rows.map(({ id }) => id)).size, complete]).toEqual([51, 51, true]);
  });
});

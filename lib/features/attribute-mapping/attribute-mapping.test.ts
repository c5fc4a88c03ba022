import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { changeMapping } from './actions';
import { compareMappings } from './compare';

withTestDatabase();
const emulator = withEmulator();

async function created() {
  const organizationId = await newOrganization();
  const { connection } = await scalekitClient('production').connections.createConnection({
    organizationId,
    connection: { provider: connectionsPb.ConnectionProvider.OKTA, type: connectionsPb.ConnectionType.OIDC },
  });
  return { organizationId, connectionId: connection?.id ?? '' };
}

async function mappingOf({ organizationId, connectionId }: { organizationId: string; connectionId: string }) {
  const { connection } = await scalekitClient('production').connections.getConnection({
    organizationId,
    id: connectionId,
  });
  return { ...connection?.attributeMapping };
}

const email = { key: 'email', value: 'user.mail' };
const name = { key: 'given_name', value: 'firstName' };

describe('changeMapping', () => {
  it('sends all pairs, keeps the settings, and logs before and after', async () => {
    const one = await created();
    const { connections } = scalekitClient('production');
    await connections.updateConnection({
      organizationId: one.organizationId,
      id: one.connectionId,
      connection: {
        provider: connectionsPb.ConnectionProvider.OKTA,
        type: connectionsPb.ConnectionType.OIDC,
        settings: { case: 'oidcConfig', value: { issuer: 'https://login.heronsgate.example' } },
      },
    });
    await write(changeMapping, { ...one, mapping: [email] });
    const somebody = testPrincipal();
    const outcome = await write(changeMapping, { ...one, mapping: [name] }, somebody);
    expect(outcome).toMatchObject({ kept: [], missing: [], before: { email: 'user.mail' } });
    expect(await mappingOf(one)).toEqual({ given_name: 'firstName' });
    const { connection } = await connections.getConnection({
      organizationId: one.organizationId,
      id: one.connectionId,
    });
    expect(connection?.settings.value).toMatchObject({ issuer: 'https://login.heronsgate.example' });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', details: { mapping: { given_name: 'firstName' } } },
      { kind: 'outcome', outcome: 'ok', details: { before: { email: 'user.mail' }, kept: [] } },
    ]);
  });

  it('says which pairs Scalekit keeps, as it may when all are taken away', async () => {
    const one = await created();
    await write(changeMapping, { ...one, mapping: [email] });
    expect(await write(changeMapping, { ...one, mapping: [] })).toMatchObject({ kept: ['email'] });
  });

  it.each([
    ['no field', [{ key: '', value: 'mail' }], 'mapping.0.key'],
    ['no attribute', [{ key: 'email', value: ' ' }], 'mapping.0.value'],
    ['a field of 101 characters', [{ key: 'k'.repeat(101), value: 'mail' }], 'mapping.0.key'],
    ['an attribute of 257 characters', [{ key: 'email', value: 'v'.repeat(257) }], 'mapping.0.value'],
    ['a field twice', [email, email], 'mapping.1.key'],
    ['31 pairs', Array.from({ length: 31 }, (_, index) => ({ key: `k${index}`, value: 'v' })), 'mapping'],
  ])('refuses %s beside the field', async (_name, mapping, field) => {
    const error = await failureOf(write(changeMapping, { ...(await created()), mapping }));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  it('knows no connection of another organization', async () => {
    const one = { ...(await created()), organizationId: await newOrganization() };
    expect((await failureOf(write(changeMapping, { ...one, mapping: [email] }))).code).toBe('not_found');
  });

  itFailsInWords({
    action: changeMapping,
    emulator,
    operation: 'connections.updateConnection',
    input: async () => ({ ...(await created()), mapping: [email] }),
  });
});

describe('compareMappings', () => {
  it('tells what stayed from what did not come', () => {
    expect(compareMappings({ a: '1', b: '2' }, { a: '1', b: '3', c: '4' })).toEqual({
      kept: ['c'],
      missing: ['b'],
    });
  });
});

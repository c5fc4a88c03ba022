import { describe, expect, it } from 'vitest';
import { connectionsPb } from '@/lib/scalekit/services';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { createConnection } from './actions';
import { providerChoices, typeChoices } from './schema';
import { newConnection, setupOf, stored } from './test-connections';

withTestDatabase();
const emulator = withEmulator();

describe('createConnection', () => {
  it('takes every provider that the API names, and one by its key', async () => {
    const organizationId = await newOrganization();
    for (const { value } of providerChoices) {
      const made = await write(createConnection, newConnection(organizationId, { provider: value }));
      const connection = await stored({ organizationId, connectionId: made.connectionId });
      expect(connectionsPb.ConnectionProvider[connection.provider]).toBe(value);
    }
    const other = { provider: 'OTHER', providerKey: 'KEYCLOAK', keyId: 'heronsgate-sso' };
    const made = await write(createConnection, newConnection(organizationId, other));
    expect(await stored({ organizationId, connectionId: made.connectionId })).toMatchObject({
      providerKey: 'KEYCLOAK',
      keyId: 'heronsgate-sso',
    });
  });

  it('takes every type that the API takes', async () => {
    const organizationId = await newOrganization();
    for (const { value } of typeChoices) {
      const made = await write(createConnection, newConnection(organizationId, { type: value }));
      const place = { organizationId, connectionId: made.connectionId };
      expect(connectionsPb.ConnectionType[(await stored(place)).type]).toBe(value);
      expect((await setupOf(place)).type).toBe(made.hasSetup ? value : 'other');
    }
    const known = Object.keys(connectionsPb.ConnectionType).filter((name) => /^[A-Z]/.test(name));
    const refused = known.filter((name) => !typeChoices.some(({ value }) => value === name));
    expect(refused).toEqual(['INVALID', 'OAUTH', 'PASSWORDLESS', 'WEBAUTHN']);
  });

  it('logs what was made', async () => {
    const somebody = testPrincipal();
    const organizationId = await newOrganization();
    const { connectionId } = await write(createConnection, newConnection(organizationId), somebody);
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', action: 'connection.create', details: { provider: 'OKTA', type: 'OIDC' } },
      { kind: 'outcome', outcome: 'ok', targetId: connectionId },
    ]);
  });

  it.each([
    ['provider', { provider: 'KEYCLOAK' }],
    ['type', { type: 'OAUTH' }],
    ['providerKey', { provider: 'OTHER' }],
    ['keyId', { keyId: 'two words' }],
  ])('refuses a bad %s beside the field', async (field, part) => {
    const error = await failureOf(write(createConnection, newConnection(await newOrganization(), part)));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  itFailsInWords({
    action: createConnection,
    emulator,
    operation: 'connections.createConnection',
    input: async () => newConnection(await newOrganization()),
  });
});

import { describe, expect, it } from 'vitest';
import { assemble } from '../assemble';
import { findPayloadFaults } from '../events/check-payload';

const now = Date.UTC(2026, 5, 1);

function seed(environmentName: string) {
  const options = { scenario: 'demo', environmentName, now: () => now } as const;
  return assemble(
    options,
    null,
    () => '',
    () => {},
  ).environment.store;
}

describe.each(['production', 'development'])('the agents of the demo in %s', (name) => {
  const store = seed(name);
  const accounts = store.connectedAccounts.all();

  it('have connectors of a dozen providers and accounts in every state', () => {
    expect(store.connections.all().filter(({ kind }) => kind === 'app').length).toBeGreaterThanOrEqual(13);
    expect(new Set(accounts.map(({ status }) => status))).toEqual(
      new Set(['ACTIVE', 'EXPIRED', 'PENDING_AUTH', 'PENDING_VERIFICATION', 'DISCONNECTED']),
    );
  });

  it('hold together: no orphan, no duplicate, nothing of the future', () => {
    for (const row of accounts) {
      expect(store.connections.get(row.connectionId)?.keyId, row.id).toBe(row.connector);
      expect(store.users.get(row.userId ?? '')?.email, row.id).toBe(row.identifier);
      expect(row.createdAt).toBeLessThanOrEqual(now);
    }
    const pairs = accounts.map(({ connector, identifier }) => `${connector} ${identifier}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    const mapped = store.mcpConfigs.all().flatMap(({ mappings }) => mappings);
    expect(mapped.every(({ connectionId }) => store.connections.get(connectionId))).toBe(true);
    expect(store.mcpInstances.size).toBeGreaterThan(0);
  });

  it('tell of expired accounts when they expired, in documented words', () => {
    const expired = accounts.find(({ status }) => status === 'EXPIRED');
    const events = store.events.all().filter(({ data }) => data.id === expired?.id);
    expect(events.map(({ type }) => type.split('.')[1])).toEqual([
      'created',
      'token_refresh_failed',
      'status_updated',
    ]);
    expect(events.flatMap(({ type, data }) => findPayloadFaults(type, data))).toEqual([]);
    expect(events.at(-1)?.createdAt).toBe(expired?.tokenExpiresAt);
  });
});

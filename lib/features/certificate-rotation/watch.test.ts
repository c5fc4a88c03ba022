import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AuthLogRow } from '@/emulator/auth-logs/rows';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { watchSignIn } from './queries';
import type { Place } from './read-saml';
import type { SigningCertificate } from './schema';
import { outcomeOf } from './send';
import { samlConnection } from './test-certificates';

withTestDatabase();
const emulator = withEmulator();
const minute = 60_000;

function logged({ organizationId, connectionId }: Place, status: AuthLogRow['status'], ago: number) {
  const id = `areq_${randomUUID().replaceAll('-', '')}`;
  const through = { connectionId, organizationId, connectionType: 'SAML', connectionProvider: 'OKTA' };
  emulator.current.store.authLogs.put({
    ...{ id, createdAt: Date.now() - ago, status, email: 'ines@heronsgate.example', organizationId },
    ...{
      connections: [through],
      workflow: 'sso',
      clientId: 'skc_1',
      clientName: 'Web app',
      clientType: 'WEB_APP',
    },
  });
  return id;
}

const watch = (place: Place) => {
  const since = new Date(Date.now() - 10 * minute).toISOString();
  return runQuery(watchSignIn.definition, 'production', testPrincipal(), { ...place, since });
};

describe('watchSignIn', () => {
  it('says honestly that nobody has signed in yet', async () => {
    const place = await samlConnection();
    logged(place, 'SUCCESS', 20 * minute);
    logged(place, 'INITIATED', minute);
    expect(await watch(place)).toMatchObject({ success: null, failure: null, failures: 0, underway: 1 });
  });

  it('shows the first good one with its evidence, and what failed', async () => {
    const place = await samlConnection();
    logged(place, 'FAILED', 8 * minute);
    const failed = logged(place, 'FAILED', 7 * minute);
    const first = logged(place, 'SUCCESS', 5 * minute);
    logged(place, 'SUCCESS', 2 * minute);
    expect(await watch(place)).toMatchObject({
      success: { id: first, email: 'ines@heronsgate.example', at: expect.any(String) },
      failure: { id: failed },
      failures: 2,
      complete: true,
    });
  });

  it('knows nothing of other connections, nor of another customer’s by its id', async () => {
    const place = await samlConnection();
    logged(place, 'SUCCESS', minute);
    const organizationId = await newOrganization();
    expect(await watch({ ...place, organizationId })).toMatchObject({ success: null });
    expect(await watch({ ...place, connectionId: 'conn_1' })).toMatchObject({ success: null });
  });

  it('says when the log holds more than was looked at', async () => {
    const [place, busy] = [await samlConnection(), await samlConnection()];
    for (let index = 0; index < 301; index += 1) logged(busy, 'SUCCESS', index);
    expect(await watch(place)).toMatchObject({ success: null, complete: false });
  });
});

describe('outcomeOf', () => {
  const one = (fingerprint: string) => ({ fingerprint }) as SigningCertificate;

  it('tells what an upload did from what was there before and is there afterwards', () => {
    expect(outcomeOf([one('a')], [one('a'), one('b')], 'b')).toBe('added');
    expect(outcomeOf([one('a')], [one('b')], 'b')).toBe('replaced');
    expect(outcomeOf([one('a')], [one('a')], 'b')).toBe('not_there');
    expect(outcomeOf([one('a')], null, 'b')).toBe('unread');
  });
});

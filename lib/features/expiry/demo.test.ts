import { expect, it } from 'vitest';
import { keepInvitations } from '@/lib/audit/snapshots/keep-invitations';
import type { OrganizationPart } from '@/lib/audit/snapshots/observation';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { readOrganization } from '@/lib/server/snapshots/read-organization';
import { withTestDatabase } from '@/tests/setup/database';
import { withDemo } from '@/tests/setup/demo';
import { testPrincipal } from '@/tests/setup/principal';
import { listExpiryQueue } from './queue';
import { listExpirySoon } from './soon';

// What the demo's customers have reaches the queue by the walks, each kind of it.

withTestDatabase();
const emulator = withDemo();
const environment = 'production';

it('knows every kind that Scalekit has a date for', { timeout: 60_000 }, async () => {
  const { store, clock } = emulator.current;
  const scalekit = scalekitClient(environment);
  const read = (organizationId: string | undefined, part: OrganizationPart) =>
    readOrganization(environment, scalekit, organizationId ?? '', ['organization', part]);
  const idOf = (slug: string) => store.organizations.findBy('slug', slug)[0]?.id;
  const isAhead = ({ expiresAt = 0 }) => expiresAt > clock.now() && expiresAt < clock.now() + 60 * 86_400_000;
  const machine = store.machineClients.all().find(({ secrets }) => secrets.some(isAhead));
  const key = store.tokens.all().find((one) => isAhead(one));
  const isLately = ({ tokenExpiresAt = 0 }) => tokenExpiresAt > clock.now() - 29 * 86_400_000;
  const accounts = store.connectedAccounts.all();
  const account = accounts.find((one) => one.status === 'EXPIRED' && one.organizationId && isLately(one));
  const [{ users }] = await Promise.all([
    scalekit.users.listUsers({ pageSize: 100 }),
    read(idOf('zephyrine'), 'connection'),
    read(idOf('dunmarrow'), 'connection'),
    read(idOf('quarrystone'), 'directory'),
    read(machine?.organizationId, 'api_client'),
    read(key?.organizationId, 'api_key'),
    read(account?.organizationId, 'connected_account'),
  ]);
  await keepInvitations(environment, users, new Date());

  const queue = (input: object) => runQuery(listExpiryQueue.definition, environment, testPrincipal(), input);
  const ahead = await queue({ within: 60 });
  const past = await queue({ past: true });
  const kinds = [...ahead.kinds, ...past.kinds].map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(
    new Set([
      'certificate',
      'api_key',
      'client_secret',
      'directory_secret',
      'connected_account',
      'invitation',
    ]),
  );
  expect([...ahead.rows, ...past.rows].every(({ seenAt }) => seenAt !== null)).toBe(true);
  expect(past.rows).toContainEqual(
    expect.objectContaining({ kind: 'certificate', organizationId: idOf('dunmarrow') }),
  );
  const soon = await runQuery(listExpirySoon.definition, environment, testPrincipal(), {});
  expect(soon.rows).toContainEqual(
    expect.objectContaining({ kind: 'certificate', organizationName: 'Zephyrine Airways' }),
  );
});

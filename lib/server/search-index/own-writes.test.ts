import { expect, it } from 'vitest';
import { db } from '@/lib/db';
import { createApiKey, revokeApiKey } from '@/lib/features/api-keys/actions';
import { addDomain } from '@/lib/features/domains/actions';
import { inviteMember } from '@/lib/features/members/actions';
import {
  createOrganization,
  deleteOrganization,
  updateOrganization,
} from '@/lib/features/organizations/actions';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, write } from '@/tests/setup/write';

withTestDatabase();
const emulator = withEmulator();

const rowsOf = (organizationId: string) =>
  db().searchDocument.findMany({
    where: { organizationIds: { has: organizationId }, removed: false },
    orderBy: { kind: 'asc' },
  });

it('what we write is found at once, and what we delete no more', async () => {
  const { organizationId } = await write(createOrganization, {
    ...{ displayName: 'Heronsgate Rail', externalId: 'crm-7', region: 'EU', metadata: [] },
  });
  await write(updateOrganization, { organizationId, displayName: 'Heronsgate', externalId: 'crm-8' });
  const key = await write(createApiKey, {
    ...{ organizationId, userId: null, description: 'Nightly', expiresAt: null, customClaims: [] },
  });
  await write(addDomain, { organizationId, domain: 'heronsgate.example', type: 'organization' });
  const jane = { email: 'jane@heronsgate.example', givenName: 'Jane', familyName: 'Heron', roles: [] };
  await write(inviteMember, { organizationId, ...jane });
  const rows = await rowsOf(organizationId);
  expect(rows.map(({ kind, title }) => [kind, title])).toEqual([
    ['api_key', 'Nightly'],
    ['domain', 'heronsgate.example'],
    ['organization', 'Heronsgate'],
    ['user', 'Jane Heron'],
  ]);
  expect(rows[2]?.exact).toContain('crm-8');
  expect(rows[2]?.exact).not.toContain('crm-7');
  expect(rows[0]?.exact).toContain(key.value.slice(-4).toLowerCase());
  expect(JSON.stringify(rows)).not.toContain(key.value);

  await write(revokeApiKey, { organizationId, tokenId: key.tokenId });
  expect((await rowsOf(organizationId)).map(({ kind }) => kind)).not.toContain('api_key');
  await write(
    deleteOrganization,
    { organizationId, confirmName: 'Heronsgate', reason: 'They left' },
    testPrincipal({ role: 'lead' }),
  );
  expect(await rowsOf(organizationId)).toEqual([]);
});

it('a write that failed leaves the index alone', async () => {
  emulator.current.faults.add({ operation: 'organizations.createOrganization', status: 500 });
  const before = await db().searchDocument.count();
  await failureOf(
    write(createOrganization, { displayName: 'Never', externalId: '', region: 'EU', metadata: [] }),
  );
  expect(await db().searchDocument.count()).toBe(before);
});

import { expect, it } from 'vitest';
import { permissions } from '@/lib/auth/permissions';
import { db } from '@/lib/db';
import { createApiKey, revokeApiKey } from '@/lib/features/api-keys/actions';
import { changeAppConnectionKey, createAppConnection } from '@/lib/features/app-connections/actions';
import { assignDomains } from '@/lib/features/connection-domains/actions';
import { createConnection } from '@/lib/features/connection-setup/actions';
import { addDomain } from '@/lib/features/domains/actions';
import { addMember, cancelWrongInvitation, inviteMember } from '@/lib/features/members/actions';
import {
  createOrganization,
  deleteOrganization,
  updateOrganization,
} from '@/lib/features/organizations/actions';
import { updateProvider } from '@/lib/features/providers/actions';
import { newProvider, updateInput } from '@/lib/features/providers/test-providers';
import { updateUser } from '@/lib/features/users/actions';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, write } from '@/tests/setup/write';
import { indexedActs } from './own-writes';
import { writeDocuments } from './store';

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

const rowOf = async (id: string) =>
  (await db().searchDocument.findMany({ where: { id, removed: false } }))[0];
const invitation = (organizationId: string, email: string) => ({
  ...{ organizationId, email, givenName: 'Ada', familyName: 'Fenwick', roles: [] },
});

it('somebody who joins or leaves a customer does so in the index, and stays who they are', async () => {
  const [one, other] = [await newOrganization(), await newOrganization()];
  const email = 'ada.fenwick@heronsgate.example';
  const { userId } = await write(inviteMember, { ...invitation(one, email), externalId: 'hr-7' });
  await write(addMember, { organizationId: other, userId, roles: [] });
  expect((await rowOf(userId))?.organizationIds.toSorted()).toEqual([one, other].toSorted());
  await write(inviteMember, { ...invitation(await newOrganization(), email), givenName: '', familyName: '' });
  expect(await rowOf(userId)).toMatchObject({ title: 'Ada Fenwick', detail: email });
  expect((await rowOf(userId))?.exact).toContain('hr-7');
  await write(updateUser, { userId, externalId: 'hr-8' });
  expect((await rowOf(userId))?.exact).toEqual([userId, email, 'hr-8']);

  const wrong = await write(inviteMember, invitation(one, 'wrong@heronsgate.example'));
  await write(cancelWrongInvitation, { organizationId: one, userId: wrong.userId, email: 'right@a.example' });
  expect(await rowOf(wrong.userId)).toMatchObject({ organizationIds: [] });
});

it('a customer keeps its slug when its name changes, and has a new one at once', async () => {
  const organizationId = await newOrganization('Heronsgate');
  const row = { kind: 'organization' as const, id: organizationId, organizationIds: [organizationId] };
  const known = { ...row, title: 'Heronsgate', detail: 'crm-1', exact: ['herons'] };
  await writeDocuments('production', [known], new Date());
  await write(updateOrganization, { organizationId, displayName: 'Herons Gate', externalId: 'crm-2' });
  expect((await rowOf(organizationId))?.exact.toSorted()).toEqual(
    ['crm-2', 'herons', organizationId].toSorted(),
  );
  await write(updateOrganization, { organizationId, slug: 'gate' });
  expect((await rowOf(organizationId))?.exact.toSorted()).toEqual(
    ['crm-2', 'gate', organizationId].toSorted(),
  );
});

it('a connection is found by its domains, an app connection by its new key, a provider by its new name', async () => {
  const lead = testPrincipal({ role: 'lead' });
  const organizationId = await newOrganization();
  const okta = { provider: 'OKTA', providerKey: '', type: 'SAML', keyId: '' };
  const { connectionId } = await write(createConnection, { organizationId, ...okta });
  const { domainId } = await write(addDomain, {
    organizationId,
    domain: 'gate.example',
    type: 'organization',
  });
  await write(assignDomains, { organizationId, connectionId, domainIds: [domainId] });
  expect(await rowOf(connectionId)).toMatchObject({ title: 'Okta SAML', detail: 'gate.example' });
  await write(assignDomains, { organizationId, connectionId, domainIds: [] });
  expect((await rowOf(connectionId))?.exact).not.toContain('gate.example');

  const ledger = { providerKey: 'ledgerline-1', type: 'API_KEY' as const, keyId: 'old-key' };
  const app = await write(createAppConnection, ledger);
  const renamed = { connectionId: app.connectionId, before: { keyId: 'old-key' }, keyId: 'new-key' };
  await write(changeAppConnectionKey, renamed, lead);
  expect(await rowOf(app.connectionId)).toMatchObject({
    title: 'new-key',
    exact: [app.connectionId, 'new-key'],
  });

  const identifier = await newProvider();
  await write(updateProvider, await updateInput(identifier, { displayName: 'Ledgerline' }), lead);
  expect(await rowOf(identifier)).toMatchObject({ title: 'Ledgerline' });
});

/** Acts on things that the index holds which change nothing that is searched by. */
const changeNothingIndexed = `
  organization.change_session_policy organization.change_user_limit
  member.resend_invitation member.change_roles member.change_metadata
  connection.configure connection.read_metadata connection.rotate_certificate connection.put_back_certificate
  connection.enable connection.disable connection.map_attributes
  directory.enable directory.disable directory.add_secret directory.replace_secrets directory.track_groups
  directory.map_roles directory.map_attributes directory.sync directory.acknowledge_alarm
  domain.verify organization_role.remove_base organization_role.set_default
  role.remove_base role.add_permissions role.remove_permission role.set_defaults
  portal_link.create_raw api_client.add_secret api_client.remove_secret api_client.try
  app_connection.enable app_connection.disable client.add_secret client.activate_secret client.deactivate_secret client.remove_secret
  connected_account.update connected_account.verify connected_account.create_link connected_account.send_link
  connected_account.create_durable_link connected_account.revoke_durable_link connected_account.disconnect
  connected_account.reveal_credentials departure.disconnect_account`
  .split(/\s+/)
  .filter(Boolean);
/** What the index holds nothing of, or, for api and person: calls of any kind, which the walk finds; its own erasure. */
const notIndexed = `
  search onboarding expiry snapshot note ticket_link session passkey permission customer_page hand_over mcp_config
  mcp_account mcp_token mcp_instance resource resource_client consent tool tool_run job doctor sign_in_watch token
  oauth_url passwordless pending_login api staff_log activity evidence activity_view staff environment activity_push
  activity_cache person system freeze approval`
  .split(/\s+/)
  .filter(Boolean);

it('each act on what the index holds has a rule, or is known to change nothing there', () => {
  const acts = Object.keys(permissions).filter((name) => !name.endsWith('.read'));
  const open = acts.filter(
    (name) =>
      !indexedActs.includes(name) &&
      !changeNothingIndexed.includes(name) &&
      !notIndexed.includes(name.split('.')[0] ?? ''),
  );
  expect(open, 'acts without a rule in own-writes.ts').toEqual([]);
  expect(changeNothingIndexed.filter((name) => indexedActs.includes(name) || !acts.includes(name))).toEqual(
    [],
  );
});

import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { type IndexedEvent, indexEvents } from './events';
import { writeDocuments } from './store';

withTestDatabase();
beforeEach(() => db().searchDocument.deleteMany());

const at = (minute: number) => new Date(Date.UTC(2026, 10, 26, 12, minute));
const event = (
  type: string,
  minute: number,
  data: unknown,
  organizationId: string | null = 'org_1',
): IndexedEvent => ({ type, organizationId, data, occurredAt: at(minute) });
const index = (...events: IndexedEvent[]) => indexEvents('production', events);
const rows = async (kind: string) =>
  (await db().searchDocument.findMany({ where: { kind, removed: false }, orderBy: { id: 'asc' } })).map(
    ({ id, title, detail, organizationIds }) => ({ id, title, detail, organizationIds }),
  );

const organization = { id: 'org_1', display_name: 'Heronsgate', external_id: 'crm-1' };
const jane = { id: 'usr_1', email: 'jane@heronsgate.example', user_profile: { name: 'Jane' } };

it('creates, renames and removes a customer, whatever the order of arrival', async () => {
  await index(event('organization.created', 1, organization));
  await index(event('organization.updated', 5, { ...organization, display_name: 'Heronsgate Rail' }));
  await index(event('organization.updated', 3, { ...organization, display_name: 'Too late' }));
  expect(await rows('organization')).toMatchObject([{ title: 'Heronsgate Rail', detail: 'crm-1' }]);
  await index(event('organization.deleted', 9, organization));
  await index(event('organization.updated', 8, organization));
  expect(await rows('organization')).toEqual([]);
});

it('takes with a customer what was only its own, and leaves people to their other customers', async () => {
  await index(
    event('organization.created', 1, organization),
    event('organization.domain_created', 2, { id: 'dom_1', domain: 'heronsgate.example' }),
    event('user.organization_membership_created', 2, { user: jane, organization }),
    event('user.organization_membership_created', 3, { user: jane, organization: { id: 'org_2' } }, 'org_2'),
  );
  expect((await rows('user'))[0]?.organizationIds.toSorted()).toEqual(['org_1', 'org_2']);
  await index(event('organization.deleted', 4, organization));
  expect(await rows('domain')).toEqual([]);
  expect(await rows('user')).toMatchObject([{ organizationIds: ['org_2'] }]);
  await index(
    event('user.organization_membership_deleted', 5, { user: jane, organization: { id: 'org_2' } }),
  );
  expect(await rows('user')).toMatchObject([{ title: 'Jane', organizationIds: [] }]);
});

it.each([
  ['organization.sso_created', 'connection', { id: 'conn_1', provider: 'OKTA', connection_type: 'SAML' }],
  ['organization.directory_enabled', 'directory', { id: 'dir_1', provider: 'OKTA' }],
  ['role.created', 'role', { id: 'role_1', name: 'crew', display_name: 'Crew' }],
  ['connected_account.created', 'connected_account', { id: 'ca_1', identifier: 'jane', provider: 'GMAIL' }],
])('%s makes a %s', async (type, kind, data) => {
  await index(event(type, 1, data));
  expect(await rows(kind)).toMatchObject([{ organizationIds: ['org_1'] }]);
});

it.each([
  ['organization.sso_deleted', 'connection', { id: 'conn_1', provider: 'OKTA', connection_type: 'SAML' }],
  ['organization.domain_deleted', 'domain', { id: 'dom_1', domain: 'heronsgate.example' }],
  ['role.deleted', 'environment_role', { id: 'role_1', name: 'crew', display_name: 'Crew' }],
  ['connected_account.deleted', 'connected_account', { id: 'ca_1', identifier: 'jane', provider: 'GMAIL' }],
])('%s removes it, and its words with it', async (type, kind, data) => {
  await index(event(type.replace('deleted', 'created'), 1, data, kind.startsWith('env') ? null : 'org_1'));
  expect(await rows(kind)).toHaveLength(1);
  await index(event(type, 2, data, kind.startsWith('env') ? null : 'org_1'));
  expect(await rows(kind)).toEqual([]);
  const [left] = await db().searchDocument.findMany({ where: { kind } });
  expect(left).toMatchObject({ title: '', searchText: '', exact: [], organizationIds: [] });
});

it('lets nothing of a deleted customer back in, whatever comes late', async () => {
  await index(
    event('organization.created', 1, organization),
    event('organization.domain_created', 2, { id: 'dom_1', domain: 'heronsgate.example' }),
    event('user.organization_membership_created', 3, { user: jane, organization: { id: 'org_2' } }, 'org_2'),
    // Newer than the deletion, and still a member of what is gone.
    event('user.organization_membership_created', 9, { user: jane, organization }),
  );
  await index(event('organization.deleted', 8, organization));
  expect(await rows('user')).toMatchObject([{ organizationIds: ['org_2'] }]);
  await index(event('organization.domain_created', 5, { id: 'dom_1', domain: 'heronsgate.example' }));
  await index(event('organization.domain_created', 6, { id: 'dom_2', domain: 'never-seen.example' }));
  await index(event('organization.sso_enabled', 7, { id: 'conn_1', provider: 'OKTA' }));
  await index(event('user.organization_membership_updated', 4, { user: jane, organization }));
  const bo = { id: 'usr_2', email: 'bo@heronsgate.example' };
  await index(event('user.organization_membership_created', 4, { user: bo, organization }));
  for (const kind of ['organization', 'domain', 'connection']) expect(await rows(kind)).toEqual([]);
  expect(await rows('user')).toMatchObject([{ id: 'usr_1', organizationIds: ['org_2'] }]);
});

it('lets nobody back into a customer that they have left, known before or not', async () => {
  const joined = event('user.organization_membership_created', 2, { user: jane, organization });
  const left = event('user.organization_membership_deleted', 5, { user: jane, organization });
  await index(left);
  await index(joined);
  expect(await rows('user')).toMatchObject([{ title: 'Jane', organizationIds: [] }]);
  await db().searchDocument.deleteMany();
  await index(joined);
  await index(left);
  await index(event('user.login', 3, { user: jane, user_session: { organization_id: 'org_1' } }));
  expect(await rows('user')).toMatchObject([{ title: 'Jane', organizationIds: [] }]);
});

it('keeps what an event does not carry: a slug, an external id, a name', async () => {
  const walked = { kind: 'organization' as const, id: 'org_1', organizationIds: ['org_1'] };
  const details = { title: 'Heronsgate', detail: 'crm-1', exact: ['heronsgate-rail'] };
  const known = { kind: 'user' as const, id: 'usr_1', organizationIds: ['org_1'], title: 'Jane Heron' };
  const address = { detail: 'jane@heronsgate.example', exact: ['hr-7'] };
  await writeDocuments(
    'production',
    [
      { ...walked, ...details },
      { ...known, ...address },
    ],
    at(1),
  );
  await index(event('user.login', 2, { user: { id: 'usr_1', email: jane.email }, organization }));
  await index(event('user.login', 3, { user: jane, organization: { id: 'org_1', display_name: 'Herons' } }));
  await index(event('organization.updated', 4, { ...organization, external_id: 'crm-2' }));
  const [customer, person] = await db().searchDocument.findMany({ orderBy: { kind: 'asc' } });
  expect(customer).toMatchObject({ title: 'Heronsgate', detail: 'crm-2' });
  expect(customer?.exact.toSorted()).toEqual(['crm-2', 'heronsgate-rail', 'org_1']);
  expect(customer?.searchText).toContain('heronsgate-rail');
  expect(customer?.searchText).not.toContain('crm-1');
  expect(person).toMatchObject({ title: 'Jane', detail: 'jane@heronsgate.example' });
  expect(person?.exact).toContain('hr-7');
});

it('removes by an event what that event says is gone, and nothing beside it', async () => {
  const both = { user: jane, organization };
  await index(event('user.organization_membership_created', 1, both));
  await index(event('user.passkey_deleted', 2, both), event('organization.sso_key_deleted', 2, { id: 'x' }));
  expect([await rows('user'), await rows('organization')]).toMatchObject([[{}], [{}]]);
  await index(event('user.deleted', 3, both));
  expect(await rows('user')).toEqual([]);
  expect(await rows('organization')).toMatchObject([{ id: 'org_1' }]);
});

it('keeps the name of a directory when it is switched', async () => {
  const named = { kind: 'directory' as const, id: 'dir_1', organizationIds: ['org_1'], title: 'Head office' };
  await writeDocuments('production', [named], at(1));
  await index(event('organization.directory_disabled', 2, { id: 'dir_1', provider: 'OKTA' }));
  expect(await rows('directory')).toMatchObject([{ title: 'Head office' }]);
});

it('keeps no secret of a payload, and passes over what it does not know', async () => {
  await index(
    event('organization.domain_created', 1, {
      id: 'dom_1',
      domain: 'a.example',
      txt_record_secret: 'sk=abc',
    }),
    event('permission.created', 1, { id: 'perm_1', name: 'x' }),
    event('user.login', 1, 'not an object'),
    event('something.new', 1, { id: 'x' }),
  );
  const all = await db().searchDocument.findMany();
  expect(all).toHaveLength(1);
  expect(JSON.stringify(all)).not.toContain('sk=abc');
});

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

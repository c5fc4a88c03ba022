import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import { traceGroup } from './queries';

withTestDatabase();
const emulator = withEmulator();

const trace = (input: object, principal = testPrincipal()) =>
  runQuery(traceGroup.definition, 'production', principal, input);

/** A directory into which an identity provider has pushed: Finance with Ada in it, Auditors without anybody. */
async function pushed() {
  const organizationId = await newOrganization();
  const { directories, domains } = scalekitClient('production');
  const domain = `${organizationId.replace('_', '-')}.example`;
  await domains.createDomain({
    identities: { case: 'organizationId', value: organizationId },
    domain: { domain },
  });
  const created = await directories.createDirectory({
    organizationId,
    directory: { directoryType: 1, directoryProvider: 1 },
  });
  const directoryId = created.directory?.id ?? '';
  const { plainSecret } = await directories.createDirectorySecret({ organizationId, directoryId });
  const push = async (path: string, body: object) => {
    const answer = await fetch(`${created.directory?.directoryEndpoint}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${plainSecret}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify(body),
    });
    return ((await answer.json()) as { id: string }).id;
  };
  const ada = await push('/Users', { userName: `ada@${domain}`, active: true });
  const bo = await push('/Users', { userName: `bo@${domain}`, active: true });
  const group = (displayName: string, ids: string[]) =>
    push('/Groups', {
      displayName,
      externalId: `ext-${displayName}`,
      members: ids.map((value) => ({ value })),
    });
  const finance = await group('Finance', [ada]);
  const auditors = await group('Auditors', []);
  return { of: { organizationId, directoryId }, domain, finance, auditors, bo };
}

describe('traceGroup', () => {
  it('finds a group by name in any case, by external id and by id', async () => {
    const { of, finance } = await pushed();
    for (const group of ['finance', 'ext-Finance', finance])
      expect(await trace({ ...of, group })).toMatchObject({
        group: { id: finance, users: 1, isTracked: true, roleNames: [] },
        read: { groups: 2, isWhole: true },
        person: null,
      });
  });

  it('finds none that was not pushed, and names those alike', async () => {
    const { of } = await pushed();
    expect(await trace({ ...of, group: 'Finance EMEA' })).toMatchObject({
      group: null,
      similar: ['Finance'],
    });
  });

  it('knows tracking and mapping', async () => {
    const { of, finance, auditors } = await pushed();
    const { directories } = scalekitClient('production');
    await directories.assignRoles({
      organizationId: of.organizationId,
      id: of.directoryId,
      roleAssignments: { assignments: [{ groupId: finance, roleName: 'admin' }] },
    });
    await directories.assignGroupsForDirectory({
      organizationId: of.organizationId,
      id: of.directoryId,
      externalIds: ['ext-Finance'],
    });
    expect(await trace({ ...of, group: 'Finance' })).toMatchObject({
      directory: { tracking: 'selected' },
      group: { roleNames: ['admin'], isTracked: true },
    });
    expect(await trace({ ...of, group: auditors })).toMatchObject({ group: { isTracked: false, users: 0 } });
  });

  it('tells whether a person is inside, and what they are in the organization', async () => {
    const { of, domain } = await pushed();
    const [ada, bo, nobody] = await Promise.all(
      ['ada', 'bo', 'cy'].map((name) => trace({ ...of, group: 'Finance', person: `${name}@${domain}` })),
    );
    expect(ada?.person).toMatchObject({ isInside: true, member: { roleNames: ['member'] } });
    expect(ada?.person?.found?.groups).toMatchObject([{ name: 'Finance' }]);
    expect(bo?.person).toMatchObject({ isInside: false, found: { isActive: true } });
    expect(nobody?.person).toEqual({ found: null, read: 2, isWhole: true, isInside: null, member: null });
  });

  it('looks into a group that is not tracked itself', async () => {
    const { of, domain } = await pushed();
    const { directories } = scalekitClient('production');
    await directories.assignGroupsForDirectory({
      organizationId: of.organizationId,
      id: of.directoryId,
      externalIds: ['ext-Auditors'],
    });
    const found = await trace({ ...of, group: 'Finance', person: `ada@${domain}` });
    expect(found).toMatchObject({ group: { isTracked: false }, person: { isInside: true } });
    expect(found.person?.found?.groups).toEqual([]);
  });

  it('wants a group or a person, and shows a limited person nothing of others', async () => {
    const { of } = await pushed();
    expect((await failureOf(trace(of))).code).toBe('invalid');
    const limited = testPrincipal({ customers: new Set() });
    expect((await failureOf(trace({ ...of, group: 'Finance' }, limited))).code).toBe('not_found');
  });

  it('passes on what Scalekit says', async () => {
    const { of } = await pushed();
    emulator.current.faults.add({ operation: 'directories.listDirectoryGroups', status: 404 });
    expect((await failureOf(trace({ ...of, group: 'Finance' }))).code).toBe('not_found');
  });
});

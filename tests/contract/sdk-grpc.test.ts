import {
  ScalekitBadRequestException,
  ScalekitClient,
  ScalekitForbiddenException,
  ScalekitNotFoundException,
  ScalekitTooManyRequestsException,
  ScalekitValidateTokenFailureException,
} from '@scalekit-sdk/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '@/emulator/start';

// The official SDK as it is published, over gRPC: it shares no code with our REST binding.
let emulator: Emulator;
let scalekit: ScalekitClient;

beforeAll(async () => {
  emulator = await startEmulator();
  scalekit = new ScalekitClient(emulator.url, emulator.clientId, emulator.clientSecret);
});
afterEach(() => emulator.faults.clear());
afterAll(() => emulator.stop());

async function createOrganization(name = 'Acme'): Promise<string> {
  const { organization } = await scalekit.organization.createOrganization(name);
  return organization?.id ?? '';
}

describe('organizations through the official SDK', () => {
  it('are created, read, updated, listed and deleted', async () => {
    const { organization } = await scalekit.organization.createOrganization('Globex', {
      externalId: 'globex-1',
      slug: 'globex',
    });
    const id = organization?.id ?? '';
    expect(id).toMatch(/^org_\d{18}$/);
    expect((await scalekit.organization.getOrganization(id)).organization).toMatchObject({
      displayName: 'Globex',
      externalId: 'globex-1',
      slug: 'globex',
    });
    const byExternalId = await scalekit.organization.getOrganizationByExternalId('globex-1');
    expect(byExternalId.organization?.id).toBe(id);

    await scalekit.organization.updateOrganization(id, { metadata: { plan: 'gold' } });
    await scalekit.organization.updateOrganization(id, { displayName: 'Globex Inc' });
    const { organization: renamed } = await scalekit.organization.getOrganization(id);
    expect(renamed).toMatchObject({ displayName: 'Globex Inc', metadata: { plan: 'gold' }, slug: 'globex' });

    const newer = await createOrganization('Newer');
    const page = await scalekit.organization.listOrganization({ pageSize: 1 });
    expect(page.organizations.map((one) => one.id)).toEqual([newer]);
    const next = await scalekit.organization.listOrganization({ pageSize: 1, pageToken: page.nextPageToken });
    expect(next.organizations.map((one) => one.id)).toEqual([id]);

    await scalekit.organization.deleteOrganization(id);
    await expect(scalekit.organization.getOrganization(id)).rejects.toBeInstanceOf(ScalekitNotFoundException);
  });

  it('get a portal link', async () => {
    const link = await scalekit.organization.generatePortalLink(await createOrganization());
    expect(link.id).toMatch(/^lnk_/);
    expect(link.location).toMatch(`${emulator.url}/magicLink/`);
    const lifetime = Number(link.expireTime?.seconds) * 1000 - emulator.clock.now();
    expect(lifetime).toBeGreaterThan(55_000);
    expect(lifetime).toBeLessThanOrEqual(60_000);
  });

  it('have settings, a session policy and a limit on users', async () => {
    const id = await createOrganization();
    const features = [{ name: 'dir_sync', enabled: true }];
    const { organization } = await scalekit.organization.updateOrganizationSettings(id, { features });
    expect(organization?.settings?.features).toContainEqual(
      expect.objectContaining({ name: 'dir_sync', enabled: true }),
    );
    await scalekit.organization.upsertUserManagementSettings(id, { maxAllowedUsers: 3 });
    const { settings } = await scalekit.organization.getOrganizationUserManagementSetting(id);
    expect(settings?.maxAllowedUsers).toBe(3);
  });
});

describe('API keys through the official SDK', () => {
  it('are created, validated, updated, listed and invalidated', async () => {
    const organizationId = await createOrganization();
    const { token, tokenId } = await scalekit.token.createToken(organizationId, {
      description: 'CI',
      customClaims: { team: 'data' },
    });
    expect(tokenId).toMatch(/^apit_/);
    const { tokenInfo } = await scalekit.token.validateToken(token);
    expect(tokenInfo).toMatchObject({ tokenId, organizationId, tokenSuffix: token.slice(-4) });

    await scalekit.token.updateToken(tokenId, { description: 'Deploys', customClaims: { team: 'ops' } });
    const { tokens, totalCount } = await scalekit.token.listTokens(organizationId);
    expect(totalCount).toBe(1);
    expect(tokens[0]).toMatchObject({ tokenId, description: 'Deploys', customClaims: { team: 'ops' } });

    await scalekit.token.invalidateToken(token);
    await scalekit.token.invalidateToken(token);
    await expect(scalekit.token.validateToken(token)).rejects.toBeInstanceOf(
      ScalekitValidateTokenFailureException,
    );
    expect((await scalekit.token.listTokens(organizationId)).tokens).toEqual([]);
  });
});

describe('users through the official SDK', () => {
  it('are created in an organization, listed, given roles and removed', async () => {
    const organizationId = await createOrganization();
    const { user } = await scalekit.user.createUserAndMembership(organizationId, {
      email: 'Jo@Example.com',
      userProfile: { firstName: 'Jo', lastName: 'Doe' },
      sendInvitationEmail: false,
    });
    const id = user?.id ?? '';
    await scalekit.user.assignUserRoles(organizationId, id, ['admin']);
    const { roles } = await scalekit.user.listUserRoles(organizationId, id);
    expect(roles.map((role) => role.name)).toEqual(['member', 'admin']);
    const { users } = await scalekit.user.listOrganizationUsers(organizationId, { pageSize: 5 });
    expect(users[0]).toMatchObject({ id, email: 'jo@example.com', userProfile: { givenName: 'Jo' } });
    await scalekit.user.deleteUser(id);
    await expect(scalekit.user.getUser(id)).rejects.toBeInstanceOf(ScalekitNotFoundException);
  });
});

describe('errors through the official SDK', () => {
  it('a wrong client secret is refused by the token endpoint', async () => {
    const stranger = new ScalekitClient(emulator.url, emulator.clientId, 'wrong');
    await expect(stranger.organization.listOrganization({ pageSize: 1 })).rejects.toThrow(/401/);
  });

  it('broken rules arrive as violations', async () => {
    const failure = await scalekit.organization
      .createOrganization('x'.repeat(201))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ScalekitBadRequestException);
    expect(failure).toMatchObject({ errorCode: 'INVALID_ARGUMENT' });
    expect(String(failure)).toContain('organization.display_name');
  });

  it.each([
    [429, ScalekitTooManyRequestsException],
    [403, ScalekitForbiddenException],
  ])('an injected %i arrives as its own class', async (status, exception) => {
    emulator.faults.add({ status, times: 1 });
    await expect(scalekit.organization.listOrganization({ pageSize: 1 })).rejects.toBeInstanceOf(exception);
  });

  it('a token that is refused once is minted again', async () => {
    emulator.journal.clear();
    emulator.faults.add({ status: 401, times: 1 });
    await scalekit.organization.listOrganization({ pageSize: 1 });
    expect(emulator.journal.list().map((entry) => [entry.operation, entry.status])).toEqual([
      ['organizations.listOrganization', 401],
      ['oauth/token', 200],
      ['organizations.listOrganization', 200],
    ]);
  });
});

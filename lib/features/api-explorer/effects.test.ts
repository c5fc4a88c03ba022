import { describe, expect, it } from 'vitest';
import { actOf, apiActs, organizationOfCall } from '@/lib/api-effects';
import { operationEffects } from '@/lib/api-effects.data';
import { permissions, ruleOf } from '@/lib/auth/permissions';
import { operations } from '@/lib/scalekit/rest/operations';
import { readPath } from '@/lib/wire-request';

const callable = [...operations.values()].filter((operation) => operation.callable);

describe('the table of effects', () => {
  it('classes every operation that a client token may call, and no other', () => {
    expect(Object.keys(operationEffects).sort()).toEqual(callable.map(({ key }) => key).sort());
    expect(callable).toHaveLength(183);
  });

  it('names fields that the operations have', () => {
    for (const { key, contract } of callable) {
      const { when, customer } = operationEffects[key] ?? {};
      const names =
        contract.kind === 'descriptor'
          ? contract.method.input.fields.map(({ name }) => name)
          : Object.keys(contract.operation.input.shape);
      for (const field of [when?.field, customer?.split('.')[0]]) {
        if (field) expect(names, key).toContain(field);
      }
    }
  });

  it('has a permission for each act, and never delays what stops harm', () => {
    for (const act of apiActs) expect(permissions).toHaveProperty([`api.${act}`]);
    expect(ruleOf('api.contain')).toEqual({ role: 'support' });
    for (const act of ['read_secrets', 'read_content', 'act_as_person'] as const) {
      expect(ruleOf(`api.${act}`).inProduction).toBe('admin');
    }
    expect(ruleOf('api.read_secrets').stepUp).toBe(true);
  });

  it('looks past the verb, and at the input', () => {
    expect(actOf('connectedAccounts.getConnectedAccountAuth')).toBe('read_secrets');
    expect(actOf('directories.triggerDirectorySync')).toBe('write');
    expect(actOf('auth.updateLoginUserDetails')).toBe('act_as_person');
    expect(actOf('tools.executeTool')).toBe('read_content');
    expect(actOf('tokens.validateToken')).toBe('read');
    expect(actOf('clients.listClient', { include_plain_secret: false })).toBe('read');
    expect(actOf('clients.listClient', { include_plain_secret: true })).toBe('read_secrets');
    expect(actOf('toString')).toBeUndefined();
  });
});

describe('organizationOfCall', () => {
  it.each<[string, string, object, string | undefined]>([
    ['organizations.getOrganization', '/api/v1/organizations/org_1', {}, 'org_1'],
    ['users.createMembership', '/api/v1/memberships/organizations/org_1/users/usr_1', {}, 'org_1'],
    ['connections.enableConnection', '/api/v1/organizations/org_1/connections/conn_1:enable', {}, 'org_1'],
    ['connections.listOrganizationConnections', '/api/v1/organizations/-/connections', {}, undefined],
    ['organizations.searchOrganization', '/api/v1/organizations:search', {}, undefined],
    ['users.getUser', '/api/v1/users/usr_1', {}, undefined],
    ['tokens.listTokens', '/api/v1/tokens', { organization_id: 'org_1' }, 'org_1'],
    ['tokens.createToken', '/api/v1/tokens', { token: { organization_id: 'org_1' } }, 'org_1'],
    // Two that do not agree are none.
    ['domains.createDomain', '/api/v1/organizations/org_1/domains', { organization_id: 'org_2' }, undefined],
    ['users.listUsers', '/api/v1/users', { organization_id: 'org_1' }, undefined],
  ])('of %s at %s', (operation, path, input, expected) => {
    expect(organizationOfCall(operation, path, input as Record<string, unknown>)).toBe(expected);
  });

  it('reads own properties alone', () => {
    expect(readPath({}, 'constructor.name')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { services } from '../services';
import { httpRules, isClientCallable } from './http-rule';

const methods = Object.values(services).flatMap((service) => service.methods);

describe('httpRules', () => {
  it('reads verb, path and body from the descriptor', () => {
    expect(httpRules(services.organizations.method.updateOrganization)).toEqual([
      { verb: 'PATCH', path: '/api/v1/organizations/{id}', body: 'organization' },
    ]);
    expect(httpRules(services.tokens.method.validateToken)).toEqual([
      { verb: 'POST', path: '/api/v1/tokens:validate', body: '*' },
    ]);
  });

  it('reads additional bindings after the preferred one', () => {
    expect(httpRules(services.users.method.getUser)).toEqual([
      { verb: 'GET', path: '/api/v1/users/{id}', body: '' },
      { verb: 'GET', path: '/api/v1/users:external/{external_id}', body: '' },
    ]);
  });
});

describe('isClientCallable', () => {
  it('allows 166 operations', () => {
    expect(methods.filter(isClientCallable)).toHaveLength(166);
  });

  it('leaves dashboard-only and blocked operations out', () => {
    expect(isClientCallable(services.organizations.method.getPortalLinks)).toBe(false);
    expect(isClientCallable(services.tokens.method.fetchToken)).toBe(false);
    expect(isClientCallable(services.organizations.method.generatePortalLink)).toBe(true);
  });
});

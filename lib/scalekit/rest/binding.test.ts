import { describe, expect, it } from 'vitest';
import { organizationsPb, services } from '../services';
import { createRestRouter } from './handler';
import { encodeMethod } from './transport';

const { organizations, users } = services;
const route = createRestRouter(Object.values(services).flatMap((service) => service.methods));

function read(verb: 'GET' | 'PATCH' | 'POST', path: string, query = '', body?: unknown) {
  const match = route(verb, path);
  if (!match) throw new Error(`no route for ${path}`);
  return match.readInput(new URLSearchParams(query), body as never) as unknown as Record<string, unknown>;
}

describe('encoding', () => {
  it('repeats the key of a list and names enums', () => {
    const features = [organizationsPb.Feature.sso, organizationsPb.Feature.dir_sync];
    const request = encodeMethod(organizations.method.generatePortalLink, { id: 'org_1', features });
    expect(request.query.toString()).toBe('features=sso&features=dir_sync');
    expect(request.body).toBeUndefined();
  });

  it('escapes what a path cannot hold', () => {
    const identities = { case: 'externalId', value: 'a/b ü?' } as const;
    const request = encodeMethod(organizations.method.getOrganizationByExternalId, { identities });
    expect(request.path).toBe('/api/v1/organizations:external/a%2Fb%20%C3%BC%3F');
  });

  it.each(['.', '..'])('refuses %s in a path: a URL would drop it and reach another operation', (value) => {
    const identities = { case: 'externalId', value } as const;
    expect(() => encodeMethod(organizations.method.getOrganizationByExternalId, { identities })).toThrow(
      TypeError,
    );
  });

  it('refuses an empty path field', () => {
    expect(() => encodeMethod(organizations.method.generatePortalLink, { id: '' })).toThrow(/is empty/);
  });

  it('takes the route whose path fields are set', () => {
    const identities = { case: 'externalId', value: 'u1' } as const;
    expect(encodeMethod(users.method.getUser, { identities }).path).toBe('/api/v1/users:external/u1');
  });

  it('writes a field mask in the query with proto names', () => {
    const request = encodeMethod(organizations.method.updateOrganization, {
      identities: { case: 'id', value: 'org_1' },
      organization: { displayName: 'A' },
      updateMask: { paths: ['display_name'] },
    });
    expect(request.query.toString()).toBe('update_mask=display_name');
    expect(request.body).toEqual({ display_name: 'A' });
  });

  it('sends an empty list, not an empty object, where the body is a list', () => {
    const request = encodeMethod(users.method.assignUserRoles, { organizationId: 'org_1', userId: 'usr_1' });
    expect(request.body).toEqual([]);
  });
});

describe('decoding', () => {
  it('reads numbers, booleans, enums and wrappers of a query', () => {
    const tools = read('GET', '/api/v1/tools', 'filter.summary=true&filter.tool_name=a&filter.tool_name=b');
    expect(tools.filter).toMatchObject({ summary: true, toolName: ['a', 'b'] });
    expect(read('GET', '/api/v1/organizations', 'page_size=25')).toMatchObject({ pageSize: 25 });
    const domains = read('GET', '/api/v1/organizations/org_1/domains', 'page_number=0&domain_type=1');
    expect(domains).toMatchObject({ pageNumber: 0, domainType: 1 });
  });

  it('ignores query keys and body fields it does not know', () => {
    expect(read('GET', '/api/v1/organizations', 'nonsense=1&page_size=2')).toMatchObject({ pageSize: 2 });
    expect(read('POST', '/api/v1/organizations', '', { display_name: 'A', nonsense: 1 })).toMatchObject({
      organization: { displayName: 'A' },
    });
  });

  it('fills the update mask of a PATCH from its body', () => {
    const input = read('PATCH', '/api/v1/organizations/org_1', '', { metadata: {}, display_name: 'A' });
    expect(input.updateMask).toMatchObject({ paths: ['metadata', 'display_name'] });
  });

  it('keeps an update mask that was sent', () => {
    const path = '/api/v1/organizations/org_1';
    const input = read('PATCH', path, 'update_mask=display_name,logo_url', { slug: 'a' });
    expect(input.updateMask).toMatchObject({ paths: ['display_name', 'logo_url'] });
  });

  it('lets a query parameter of the same oneof replace the path, as the real service does', () => {
    const input = read('GET', '/api/v1/organizations:external/x', 'id=org_1');
    expect(input.identities).toEqual({ case: 'id', value: 'org_1' });
  });

  it.each([
    ['a percent sign that stands for nothing', '/api/v1/organizations/%E0%A4%A', '', undefined],
    ['a page size that is no number', '/api/v1/organizations', 'page_size=ten', undefined],
  ])('refuses %s', (_, path, query, body) => {
    expect(() => read('GET', path, query, body)).toThrow(/proto:/);
  });

  it.each([['text'], [['a list']], [3]])('refuses a body of %j where an object belongs', (body) => {
    expect(() => read('POST', '/api/v1/tokens:validate', '', body)).toThrow(/proto:.*object/);
    expect(() => read('POST', '/api/v1/organizations', '', body)).toThrow(/proto:/);
  });

  it('knows no route for another verb or an unknown path', () => {
    expect(route('DELETE', '/api/v1/organizations')).toBeUndefined();
    expect(route('GET', '/api/v1/nothing')).toBeUndefined();
  });

  it.each([
    ['GET', '/api/v1/connections/app', 'ListAppConnections'],
    ['GET', '/api/v1/users/me', 'GetCurrentUser'],
    ['PATCH', '/api/v1/connections/conn_1:enable', 'EnableEnvironmentConnection'],
    ['GET', '/api/v1/organizations/-/connections:search', 'SearchOrganizationConnections'],
  ] as const)('%s %s is %s: the longer literal wins', (verb, path, name) => {
    expect(route(verb, path)?.method.name).toBe(name);
  });
});

import { describe, expect, it } from 'vitest';
import { renderCurl } from './curl';
import { placeRequest } from './wire-request';

const base = 'https://acme.scalekit.dev';

describe('a request as curl', () => {
  it('of a read: fields of the path, lists repeated, the token masked', () => {
    const routes = [{ verb: 'GET', path: '/api/v1/organizations/{organization_id}/users', body: '' }];
    const input = { organization_id: 'org_1', page_size: 10, filter: { name: ["O'Hara", 'b'] } };
    expect(renderCurl(base, placeRequest(routes, input))).toBe(
      [
        "curl --request GET 'https://acme.scalekit.dev/api/v1/organizations/org_1/users?page_size=10&filter.name=O%27Hara&filter.name=b' \\",
        '  --header "Authorization: Bearer $SCALEKIT_ACCESS_TOKEN"',
      ].join('\n'),
    );
  });

  it('of a write: the body alone in its place, quotes safe in a shell', () => {
    const routes = [{ verb: 'POST', path: '/api/v1/organizations', body: 'organization' }];
    expect(renderCurl(base, placeRequest(routes, { organization: { display_name: "O'Hara" } }))).toBe(
      [
        "curl --request POST 'https://acme.scalekit.dev/api/v1/organizations' \\",
        '  --header "Authorization: Bearer $SCALEKIT_ACCESS_TOKEN" \\',
        "  --header 'Content-Type: application/json' \\",
        "  --data '{",
        '  "display_name": "O\'\\\'\'Hara"',
        "}'",
      ].join('\n'),
    );
  });

  it('says what of the path is missing, and takes the route that is filled', () => {
    const routes = [
      { verb: 'GET', path: '/users/{id}', body: '' },
      { verb: 'GET', path: '/users:external/{external_id}', body: '' },
    ];
    expect(placeRequest(routes, {}).path).toBe('/users/{id}');
    expect(placeRequest(routes, { external_id: 'a/b' }).path).toBe('/users:external/a%2Fb');
    expect(placeRequest([{ verb: 'POST', path: '/x/{id}', body: '*' }], { id: '1', a: [] })).toEqual({
      verb: 'POST',
      path: '/x/1',
      query: [],
      body: { a: [] },
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
let org: Json;

beforeAll(async () => {
  test = await TestEmulator.start();
  org = await test.organization();
});
afterAll(() => test.stop());

async function create(body: Json): Promise<Json> {
  const { json } = await test.call('POST', `/organizations/${org.id}/connections`, body);
  return json.connection;
}

const path = (connection: Json, verb = '') => `/organizations/${org.id}/connections/${connection.id}${verb}`;

describe('what is refused', () => {
  const unknown = 'conn_100000000000000000';
  const base = () => `/organizations/${org.id}/connections`;
  type Row = [bad: string, request: () => [string, string, Json?], status: number, message: RegExp];
  const rows: Row[] = [
    ['no provider', () => ['POST', base(), { type: 'OIDC' }], 400, /provider or provider_key is required/],
    ['no type', () => ['POST', base(), { provider: 'OKTA' }], 400, /type: value is required/],
    ...['OAUTH', 'PASSWORDLESS', 'WEBAUTHN'].map(
      (type): Row => [
        `type ${type}`,
        () => ['POST', base(), { provider: 'GOOGLE', type }],
        400,
        /OAUTH, PASSWORDLESS and WEBAUTHN are not supported yet/,
      ],
    ),
    [
      'an edit to type OAUTH',
      () => ['PATCH', `${base()}/${unknown}`, { provider: 'GOOGLE', type: 'OAUTH' }],
      400,
      /OAUTH, PASSWORDLESS and WEBAUTHN are not supported yet/,
    ],
    [
      'passkeys under another key',
      () => [
        'POST',
        '/connections',
        { provider: 'SCALEKIT', provider_key: 'SCALEKIT', type: 'WEBAUTHN', key_id: 'x' },
      ],
      400,
      /invalid value for key_id/,
    ],
    ['an unknown connection', () => ['GET', `${base()}/${unknown}`], 404, /not found/],
    ['an unknown environment connection', () => ['GET', `/connections/${unknown}`], 404, /not found/],
    ['a domain of 33', () => ['GET', `/connections?domain=${'a'.repeat(25)}.example`], 400, /domain/],
    ['a connector search of 2', () => ['GET', '/connections/app?query=ab'], 400, /query/],
    ['a connector page of 31', () => ['GET', '/connections/app?page_size=31'], 400, /page_size/],
    [
      'a test without test_',
      () => ['GET', `/connections/${unknown}/test-requests/1`],
      400,
      /test_request_id/,
    ],
    ['an unknown test', () => ['GET', `/connections/${unknown}/test-requests/test_1`], 404, /not found/],
    [
      '51 domains',
      () => [
        'PUT',
        `${base()}/${unknown}/domains`,
        { domain_ids: Array.from({ length: 51 }, (_, i) => `dom_${i}`) },
      ],
      400,
      /domain_ids/,
    ],
  ];

  it.each(rows)('%s', async (_, request, status, message) => {
    const answer = await test.call(...request());
    expect(answer).toMatchObject({ status, json: { message: expect.stringMatching(message) } });
    expect(answer.json.details[0].error_code).toMatch(/INVALID_ARGUMENT|NOT_FOUND/);
  });

  it('settings of another type, what is no certificate, a foreign domain, a taken key', async () => {
    const connection = await create({ provider: 'OKTA', type: 'SAML' });
    const saml = { provider: 'OKTA', type: 'SAML' };
    const other = await create({ provider: 'OKTA', type: 'OIDC' });
    const bad: Json[] = [
      { ...saml, oidc_config: { client_id: 'abc' } },
      { ...saml, saml_config: { idp_certificate: 'nonsense' } },
      { ...saml, key_id: other.key_id },
    ];
    for (const body of bad) expect((await test.call('PATCH', path(connection), body)).status).toBe(400);
    const domains = await test.call('PUT', path(connection, '/domains'), { domain_ids: ['dom_1'] });
    expect(domains.status).toBe(400);
    expect((await test.call('GET', path(connection))).json.connection).toEqual(connection);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';
import { type AuthLogRow, authStatuses } from './rows';

const start = Date.UTC(2026, 2, 1, 12);
const okta = {
  connectionId: 'conn_1',
  organizationId: 'org_1',
  connectionType: 'OIDC',
  connectionProvider: 'OKTA',
};
let test: TestEmulator;

beforeAll(async () => {
  test = await TestEmulator.start({ now: () => start });
  for (let index = 0; index < 40; index++) {
    const row: AuthLogRow = {
      id: `areq_${String(index).padStart(3, '0')}`,
      createdAt: start + index * 1000,
      status: authStatuses[index % 4] ?? 'FAILED',
      email: index % 2 === 0 ? 'jo@example.com' : undefined,
      organizationId: 'org_1',
      connections: [okta],
      workflow: 'sso',
      clientId: index < 10 ? 'skc_1' : 'skc_2',
      clientName: 'Default',
      clientType: 'ENV',
      resource: index === 5 ? { id: 'res_1', name: 'Server', type: 'mcp' } : undefined,
      connectedAccountIdentifier: index === 6 ? 'jo' : undefined,
    };
    test.emulator.store.authLogs.put(row);
  }
});
afterAll(() => test.stop());

const path = '/logs/authentication/requests';
const list = async (query = ''): Promise<Json> => (await test.call('GET', path + query)).json;
const time = (seconds: number) => new Date(start + seconds * 1000).toISOString();

describe('the login log', () => {
  it('shows a sign-in with its connection, and no reason', async () => {
    const page = await list('?page_size=1');
    expect(page).toMatchObject({ total_size: 40, prev_page_token: '' });
    expect(page.authRequests).toEqual([
      {
        ...{ auth_request_id: 'areq_039', environment_id: test.emulator.environment.id, status: 'FAILED' },
        ...{ organization_id: 'org_1', email: '', timestamp: '2026-03-01T12:00:39Z', workflow: 'sso' },
        ...{ connection_id: 'conn_1', connection_type: 'OIDC', connection_provider: 'OKTA' },
        connection_details: [
          {
            ...{ connection_id: 'conn_1', organization_id: 'org_1' },
            ...{ connection_type: 'OIDC', connection_provider: 'OKTA' },
          },
        ],
        ...{ resource_id: '', resource_name: '', resource_type: '', connected_account_identifier: '' },
        ...{ client_id: 'skc_2', client_name: 'Default', client_type: 'ENV' },
      },
    ]);
  });

  it('pages forwards and back, newest first', async () => {
    const first = await list();
    expect(first.authRequests.map((row: Json) => row.auth_request_id)).toEqual(
      Array.from({ length: 10 }, (_, index) => `areq_0${39 - index}`),
    );
    const second = await list(`?page_token=${encodeURIComponent(first.next_page_token)}`);
    expect(second.authRequests[0].auth_request_id).toBe('areq_029');
    const back = await list(`?page_token=${encodeURIComponent(second.prev_page_token)}`);
    expect(back.authRequests).toEqual(first.authRequests);
  });

  it.each([
    ['status=FAILED', 10],
    ['status=failed&status=Pending', 20],
    ['email=JO@example.com', 20],
    ['email=jo@example.com&status=FAILED', 0],
    ['client_id=skc_1', 10],
    ['resource_id=res_1', 1],
    ['connected_account_identifier=jo', 1],
    [`start_time=${time(30)}`, 10],
    [`end_time=${time(30)}`, 31],
    [`start_time=${time(10)}&end_time=${time(19)}`, 10],
    ['email=nobody@example.com', 0],
  ])('filters by %s', async (query, count) => {
    expect((await list(`?${query}`)).total_size).toBe(count);
  });

  it.each([
    ['status=DONE', 'status: must be one of INITIATED, PENDING, SUCCESS, FAILED'],
    ['page_token=3', 'Invalid page token'],
  ])('refuses %s', async (query, message) => {
    const answer = await test.call('GET', `${path}?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ code: 3, message, details: [{ error_code: 'INVALID_ARGUMENT' }] });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Case, cases, type Known } from './error-cases.data';
import { accessCases } from './error-cases-access.data';
import { historyCases } from './error-cases-history.data';
import { type Json, TestEmulator } from './test-client';

let test: TestEmulator;
let known: Known;

beforeAll(async () => {
  test = await TestEmulator.start();
  const org = await test.organization({ external_id: 'taken', slug: 'taken' });
  const user = await test.member(org.id, 'active@example.com', { external_id: 'u-taken' });
  const invitation = await test.call('POST', `/organizations/${org.id}/users`, { email: 'i@example.com' });
  const created = await test.call('POST', `/organizations/${org.id}/clients`, { name: 'Deploys' });
  known = { org, user, invited: invitation.json.user, client: created.json.client };
  await test.call('POST', '/permissions', { name: 'taken:permission' });
  await test.call('POST', '/roles', { name: 'held', display_name: 'Held' });
  await test.call('POST', `/organizations/${org.id}/users/${user.id}/roles`, [{ role_name: 'held' }]);
});
afterAll(() => test.stop());

function check({ request, field, message, status = 400, code = 3, errorCode = 'INVALID_ARGUMENT' }: Case) {
  return async () => {
    const answer = await test.call(...request(known));
    expect(answer.json).toMatchObject({
      code,
      message: expect.any(String),
      details: [{ error_code: errorCode }],
    });
    expect(answer.status).toBe(status);
    const [info] = answer.json.details;
    expect(info['@type']).toBe('type.googleapis.com/scalekit.v1.errdetails.ErrorInfo');
    const fields = info.validation_error_info?.field_violations.map((one: Json) => one.field) ?? [];
    if (field) expect(fields).toContain(field);
    if (message) expect(answer.json.message).toMatch(message);
  };
}

describe('documented error cases', () => {
  for (const [area, list] of [...cases, ...accessCases, ...historyCases]) {
    for (const one of list) it(`${area}: ${one.bad}`, check(one));
  }
});

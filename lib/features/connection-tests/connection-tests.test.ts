import { describe, expect, it } from 'vitest';
import { finishConnectionTest, startConnectionTest } from '@/emulator/connections/test-requests';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { findSignInError, signInErrors } from '@/lib/sign-in-errors.data';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import { readTest } from './queries';
import { findTestId } from './schema';

withTestDatabase();
const emulator = withEmulator();

async function started() {
  const organizationId = await newOrganization();
  const { connection } = await scalekitClient('production').connections.createConnection({
    organizationId,
    connection: { provider: connectionsPb.ConnectionProvider.OKTA, type: connectionsPb.ConnectionType.SAML },
  });
  const { environment, store } = emulator.current;
  const row = store.connections.get(connection?.id ?? '');
  if (!row) throw new Error('the connection is gone');
  const test = startConnectionTest(environment, row);
  return { test, input: { organizationId, connectionId: row.id, testId: test.id } };
}

const read = (input: object, who = testPrincipal()) =>
  runQuery(readTest.definition, 'production', who, input);
const finish = (
  test: Parameters<typeof finishConnectionTest>[1],
  outcome: Parameters<typeof finishConnectionTest>[2],
) => finishConnectionTest(emulator.current.environment, test, outcome);

describe('readTest', () => {
  it('waits, then tells what the identity provider said, without secrets', async () => {
    const { test, input } = await started();
    expect(await read(input)).toMatchObject({ status: 'pending', claims: [], email: null });
    const token = `eyJhbGciOiJub25lIn0.${'a'.repeat(30)}.${'b'.repeat(30)}`;
    const userInfo = JSON.stringify({
      email: 'jo@heronsgate.example',
      groups: ['a', 'b'],
      access_token: 'hush-hush-made-up',
      note: `see ${token}`,
    });
    finish(test, { status: 'SUCCESS', userInfo });
    const result = await read(input);
    expect(result).toMatchObject({ status: 'success', email: 'jo@heronsgate.example' });
    expect(result.claims).toContainEqual({ name: 'groups', value: '["a","b"]' });
    expect(JSON.stringify(result)).not.toMatch(/hush-hush|eyJ/);
  });

  it('tells of a failure by its code', async () => {
    const { test, input } = await started();
    finish(test, { status: 'FAILURE', error: 'assertion_expired', errorDescription: 'It has expired' });
    expect(await read(input)).toMatchObject({
      status: 'failure',
      error: 'assertion_expired',
      description: 'It has expired',
    });
  });

  it('takes user info that is no JSON, and shortens it', async () => {
    const { test, input } = await started();
    finish(test, { status: 'SUCCESS', userInfo: `plain ${'words '.repeat(1000)}` });
    expect((await read(input)).claims).toMatchObject([{ name: 'answer' }]);
    expect((await read(input)).claims[0]?.value.length).toBeLessThanOrEqual(2000);
  });

  it('shows a limited person the tests of their customers alone', async () => {
    const { input } = await started();
    const another = await newOrganization();
    const limited = testPrincipal({ customers: new Set([another]) });
    expect((await failureOf(read(input, limited))).code).toBe('not_found');
    expect((await failureOf(read({ ...input, organizationId: another }, limited))).code).toBe('not_found');
    const theirs = testPrincipal({ customers: new Set([input.organizationId]) });
    expect(await read(input, theirs)).toMatchObject({ status: 'pending' });
  });

  it('makes one call a time for anybody else', async () => {
    const { input } = await started();
    emulator.current.journal.clear();
    await read(input);
    expect(emulator.current.journal.list()).toHaveLength(1);
  });

  it('refuses what is no test id, and says that there is no such test', async () => {
    const { input } = await started();
    expect((await failureOf(read({ ...input, testId: 'conn_1' }))).code).toBe('invalid');
    expect((await failureOf(read({ ...input, testId: 'test_1' }))).code).toBe('not_found');
  });
});

describe('what is pasted', () => {
  it.each([
    ['test_123', 'test_123'],
    [' https://acme.scalekit.example/sso/v1/test-result?id=test_9a&x=1', 'test_9a'],
    ['latest_123', undefined],
    ['', undefined],
  ])('%s', (text, id) => expect(findTestId(text)).toBe(id));

  it('may be an error code', () => {
    expect(findSignInError('https://app.example/cb?error=invalid_saml_response&state=1')).toBe(
      'invalid_saml_response',
    );
    expect(findSignInError('constructor')).toBeUndefined();
    for (const code of Object.keys(signInErrors)) expect(findSignInError(code)).toBe(code);
  });
});

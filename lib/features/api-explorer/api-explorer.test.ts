import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import {
  revealSecret,
  sendContain,
  sendDestroy,
  sendIssueSecret,
  sendRead,
  sendReadSecrets,
  sendWrite,
} from './actions';
import { getOperation, listOperations } from './queries';

withTestDatabase();
const emulator = withEmulator();
const admin = () => testPrincipal({ role: 'admin' });

async function newOrganization(): Promise<string> {
  const { organizations } = scalekitClient('production');
  const { organization } = await organizations.createOrganization({
    organization: { displayName: 'Quillon' },
  });
  return organization?.id ?? '';
}

describe('a call of the explorer', () => {
  it('is answered with status, time, id and JSON; the log has its name and the ids in its path', async () => {
    const id = await newOrganization();
    const viewer = testPrincipal({ role: 'viewer' });
    const input = { operation: 'organizations.getOrganization', params: { id } };
    const result = await write(sendRead, input, viewer);
    expect(result).toMatchObject({ status: 200, truncated: false, secrets: [] });
    expect(result.requestId).not.toBe('');
    expect(JSON.parse(result.text)).toMatchObject({ organization: { id, display_name: 'Quillon' } });
    expect(await logOf(viewer)).toMatchObject([
      {
        kind: 'intent',
        action: 'api.read',
        targetId: 'organizations.getOrganization',
        organizationId: id,
        details: { id },
      },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  it('writes, and keeps no body', async () => {
    const id = await newOrganization();
    const somebody = admin();
    const params = { id, organization: { display_name: 'A name that nobody keeps' } };
    const result = await write(
      sendWrite,
      { operation: 'organizations.updateOrganization', params },
      somebody,
    );
    expect(result.text).toContain('nobody keeps');
    expect(JSON.stringify(await logOf(somebody))).not.toContain('nobody keeps');
  });

  it('calls an operation without descriptors', async () => {
    const result = await write(sendRead, { operation: 'providers.list', params: { page_size: 1 } }, admin());
    expect(JSON.parse(result.text).providers).toHaveLength(1);
  });

  it.each<[string, string, object, string]>([
    ['a missing part of the path', 'organizations.getOrganization', {}, 'params.id'],
    ['a part that leads elsewhere', 'organizations.getOrganization', { id: '..' }, 'params'],
    ['an unknown field', 'organizations.getOrganization', { id: 'org_1', nonsense: true }, 'params'],
    ['what a rule of the contract forbids', 'users.searchUsers', { query: 'a' }, 'params.query'],
    ['the same without descriptors', 'providers.list', { page_size: 999 }, 'params.page_size'],
  ])('refuses %s beside the field, and sends nothing', async (_name, operation, params, field) => {
    emulator.current.journal.clear();
    const error = await failureOf(write(sendRead, { operation, params: { ...params } }, admin()));
    expect(error.code).toBe('invalid');
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it('is judged by what it does, whatever the browser calls it', async () => {
    const destroy = { operation: 'organizations.deleteOrganization', params: { id: 'org_1' } };
    expect(await failureOf(write(sendRead, destroy, admin()))).toMatchObject({ code: 'forbidden' });
    const support = testPrincipal();
    expect(await failureOf(write(sendDestroy, destroy, support))).toMatchObject({ code: 'forbidden' });
    const stale = testPrincipal({ role: 'admin', authTime: new Date(0) });
    expect(await failureOf(write(sendDestroy, destroy, stale))).toMatchObject({ stepUp: true });
    const secrets = { operation: 'clients.listClient', params: { include_plain_secret: true } };
    expect(await failureOf(write(sendRead, secrets, admin()))).toMatchObject({ code: 'forbidden' });
    const closed = { operation: 'tokens.fetchToken', params: {} };
    expect((await failureOf(write(sendRead, closed, admin()))).message).toMatch(/not open/);
    emulator.current.journal.clear();
    const silent = await failureOf(write(sendReadSecrets, secrets, admin()));
    expect(silent.fieldErrors?.reason).toMatch(/why/);
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it('is for people limited to some customers where it is about one of theirs', async () => {
    const id = await newOrganization();
    const limited = testPrincipal({ customers: new Set([id]) });
    const get = (of: string) => ({ operation: 'organizations.getOrganization', params: { id: of } });
    await write(sendRead, get(id), limited);
    expect(await failureOf(write(sendRead, get('org_2'), limited))).toMatchObject({ code: 'not_found' });
    const all = { operation: 'organizations.listOrganization', params: {} };
    expect(await failureOf(write(sendRead, all, limited))).toMatchObject({ code: 'forbidden' });
  });

  it("puts Scalekit's own objections beside the fields of the wire", async () => {
    const operation = 'organizations.createOrganization';
    emulator.current.faults.add({
      operation,
      status: 400,
      fieldViolations: [{ field: 'organization.display_name', description: 'too plain', constraint: 'x' }],
    });
    const input = { operation, params: { organization: { display_name: 'Quillon' } } };
    const error = await failureOf(write(sendWrite, input, admin()));
    expect(error.fieldErrors).toEqual({ 'params.organization.display_name': 'Too plain.' });
  });

  itFailsInWords({
    action: sendContain,
    emulator,
    operation: 'tokens.invalidateToken',
    input: async () => ({ operation: 'tokens.invalidateToken', params: { token: 'apit_1' } }),
  });
});

describe('a secret of an answer', () => {
  const issue = async (somebody = admin()) => {
    const params = { token: { organization_id: await newOrganization(), description: 'Nightly import' } };
    return write(sendIssueSecret, { operation: 'tokens.createToken', params }, somebody);
  };

  it('is masked, and shown once asked for: to the same session, with a word in the log', async () => {
    const somebody = admin();
    const { text, secrets } = await issue(somebody);
    const [secret] = secrets;
    expect(secret?.path).toBe('token');
    const sealed = secret?.sealed ?? '';
    const { value } = await write(revealSecret, { sealed }, somebody);
    expect(value).toMatch(/^emutok_/);
    expect(text + sealed).not.toContain(value);
    const log = await logOf(somebody);
    expect(log.at(-1)).toMatchObject({
      action: 'api.reveal',
      targetId: 'tokens.createToken',
      details: { field: 'token' },
    });
    expect(JSON.stringify(log)).not.toContain(value);
    expect(await failureOf(write(revealSecret, { sealed }, admin()))).toMatchObject({ code: 'not_found' });
    const changed = `${sealed.slice(0, -4)}AAAA`;
    expect(await failureOf(write(revealSecret, { sealed: changed }, somebody))).toMatchObject({
      code: 'not_found',
    });
    const lesser = { ...somebody, role: 'support' as const };
    expect(await failureOf(write(revealSecret, { sealed }, lesser))).toMatchObject({ code: 'forbidden' });
    const stale = { ...somebody, authTime: new Date(0) };
    expect(await failureOf(write(revealSecret, { sealed }, stale))).toMatchObject({ stepUp: true });
  });
});

describe('the list', () => {
  const list = (filters: object) =>
    runQuery(listOperations.definition, 'production', testPrincipal(), filters);

  it('has every operation, and narrows by words, service and act', async () => {
    const { rows, total, callable } = await list({});
    expect([rows.length, total, callable]).toEqual([220, 220, 183]);
    expect((await list({ q: 'portal link' })).rows.map(({ key }) => key)).toContain(
      'organizations.generatePortalLink',
    );
    expect((await list({ service: 'sessions', act: 'contain' })).rows).toHaveLength(2);
  });

  it('describes one in the words of the contract', async () => {
    const input = { operation: 'organizations.listOrganization' };
    const found = await runQuery(getOperation.definition, 'production', testPrincipal(), input);
    expect(found).toMatchObject({ verb: 'GET', path: '/api/v1/organizations', act: 'read', preview: false });
    expect(found.description).toMatch(/paginated list of organizations/);
    expect(JSON.stringify(found.schema)).toContain('Maximum number of organizations');
  });
});

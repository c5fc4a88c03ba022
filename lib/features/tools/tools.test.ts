import { describe, expect, it } from 'vitest';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import { checkInput } from './check-input';
import { getTool, listToolAccounts, listTools } from './queries';
import { newAccount } from './test-tools';

withTestDatabase();
const emulator = withEmulator();

const list = (input: object, who = testPrincipal()) =>
  runQuery(listTools.definition, 'production', who, input);

describe('listTools', () => {
  it('reads one page of the index and goes on by cursor', async () => {
    emulator.current.journal.clear();
    const first = await list({});
    expect(first).toMatchObject({ total: expect.any(Number), previousToken: null });
    expect(first.total).toBeGreaterThanOrEqual(15_956);
    expect(first.rows).toHaveLength(50);
    const second = await list({ pageToken: first.nextToken });
    expect(second.rows[0]?.name).not.toBe(first.rows[0]?.name);
    expect(emulator.current.journal.list('tools.listTools')).toHaveLength(2);
  });

  it('narrows by provider, part of a name, whole name, and says when a part is too short', async () => {
    expect((await list({ provider: 'GMAIL', text: 'send_message' })).rows).toMatchObject([
      { name: 'gmail_send_message', provider: 'GMAIL' },
    ]);
    expect((await list({ toolName: 'jira_issue_get' })).total).toBe(1);
    expect((await failureOf(list({ text: 'ab' }))).message).toMatch(/three letters/);
  });

  it("shows somebody's tools: scoped by account, and available ones", async () => {
    const { identifier, connector } = await newAccount('SLACK');
    const scoped = await list({ view: 'scoped', identifier, connector, toolName: 'slack_send_message' });
    expect(scoped.rows).toMatchObject([{ accountId: expect.stringMatching(/^ca_/) }]);
    expect((await list({ view: 'available', identifier })).rows[0]?.provider).toBe('SLACK');
    expect((await list({ identifier })).rows[0]?.provider).toBe('SLACK');
    expect((await failureOf(list({ view: 'scoped', identifier: 'nobody' }))).code).toBe('not_found');
    expect((await failureOf(list({ view: 'available' }))).message).toMatch(/whose tools/);
  });

  it('is open to people limited to some customers until it names somebody', async () => {
    const limited = testPrincipal({ role: 'viewer', customers: new Set() });
    expect((await list({ provider: 'GMAIL' }, limited)).rows.length).toBeGreaterThan(0);
    expect((await failureOf(list({ identifier: 'ines' }, limited))).code).toBe('forbidden');
  });
});

describe('one tool', () => {
  it('comes with its schema, and with accounts that can run it', async () => {
    const tool = await runQuery(getTool.definition, 'production', testPrincipal(), {
      name: 'slack_send_message',
    });
    expect(tool).toMatchObject({ provider: 'SLACK', inputSchema: { required: ['channel', 'text'] } });
    const { identifier, connector } = await newAccount('NOTION');
    const elsewhere = testPrincipal({ inProduction: false });
    const accounts = await runQuery(listToolAccounts.definition, 'production', elsewhere, {
      provider: 'NOTION',
    });
    expect(accounts).toContainEqual({ id: expect.any(String), identifier, connector, active: true });
    const gone = runQuery(getTool.definition, 'production', testPrincipal(), { name: 'no_such_tool' });
    expect((await failureOf(gone)).code).toBe('not_found');
  });
});

describe('checkInput', () => {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['to'],
    properties: { to: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } } },
    additionalProperties: false,
  };

  it('names the field, however deep', () => {
    expect(checkInput(schema, { tags: ['a', 1], more: true })).toEqual({
      'params.to': 'The tool needs this.',
      'params.tags.1': 'It must be string.',
      'params.more': 'The tool does not know this.',
    });
    expect(checkInput(schema, { to: 'ada' })).toEqual({});
  });

  it('leaves to Scalekit what does not compile, and never runs a foreign pattern', () => {
    expect(
      checkInput({ type: 'object', properties: { a: { $ref: 'https://x.example/s' } } }, { a: 1 }),
    ).toEqual({});
    const hostile = { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } };
    expect(checkInput(hostile, { a: `${'a'.repeat(40)}!` })).toEqual({});
    expect(checkInput(null, { a: 1 })).toEqual({});
  });
});

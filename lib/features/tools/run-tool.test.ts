import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { maskAddress } from '@/lib/mask-address';
import { runQuery } from '@/lib/server/define-query';
import { runAction } from '@/lib/server/run-action';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { runTool } from './actions';
import { listToolRuns } from './queries';
import { admin, newAccount, runInput } from './test-tools';

withTestDatabase();
const emulator = withEmulator();

const lastRun = () => db().toolRun.findFirst({ orderBy: { id: 'desc' } });
const runs = (who = testPrincipal()) => runQuery(listToolRuns.definition, 'production', who, {});

describe('runTool', () => {
  it('runs, says under which id, and keeps neither input nor output', async () => {
    const somebody = testPrincipal({ role: 'admin' });
    const account = await newAccount('SLACK');
    const params = { channel: 'general', text: 'a word that nobody keeps' };
    const input = { name: 'slack_send_message', params, reason: 'ticket 4711', ...account };
    const result = await write(runTool, input, somebody);
    expect(result).toMatchObject({ output: { ok: true }, executionId: expect.stringMatching(/./) });
    expect(await logOf(somebody)).toMatchObject([
      {
        kind: 'intent',
        targetId: 'slack_send_message',
        details: { identifier: maskAddress(account.identifier) },
      },
      { kind: 'outcome', outcome: 'ok', details: { executionId: result.executionId } },
    ]);
    expect((await runs()).rows[0]).toMatchObject({
      name: 'slack_send_message',
      outcome: 'ok',
      executionId: result.executionId,
      actorEmail: somebody.email,
      ...account,
    });
    const kept = [await db().toolRun.findMany(), await db().staffLog.findMany()];
    const json = JSON.stringify(kept, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    expect(json).not.toContain('nobody keeps');
  });

  it('is for admins in production, and asks them why', async () => {
    const input = await runInput();
    const support = testPrincipal();
    expect((await failureOf(write(runTool, input, support))).message).toMatch(/tool\.run in production/);
    const silent = testPrincipal({ role: 'admin' });
    const error = await failureOf(write(runTool, { ...input, reason: ' ' }, silent));
    expect(error.fieldErrors?.reason).toMatch(/why/);
    expect(await logOf(silent)).toEqual([]);
    const elsewhere = testPrincipal({ inProduction: false });
    await write(runTool, { ...input, reason: '' }, elsewhere);
  });

  it('checks the input by the schema of the tool before anything runs', async () => {
    const input = await runInput({ name: 'gmail_send_message', params: { to: 'nobody', more: 1 } });
    emulator.current.journal.clear();
    const error = await failureOf(write(runTool, input, admin));
    expect(error.fieldErrors).toMatchObject({
      'params.to': expect.stringMatching(/^It must match/),
      'params.subject': 'The tool needs this.',
    });
    expect(emulator.current.journal.list('tools.executeTool')).toEqual([]);
    expect(await lastRun()).toMatchObject({ outcome: 'input' });
  });

  it('puts what Scalekit finds in the input beside its field', async () => {
    const input = await runInput({ name: 'gmail_fetch_mails' });
    const violation = { field: 'params.max_results', description: 'too many', constraint: 'max' };
    emulator.current.faults.add({
      operation: 'tools.executeTool',
      status: 400,
      fieldViolations: [violation],
    });
    const error = await failureOf(write(runTool, input, admin));
    expect(error.fieldErrors).toEqual({ 'params.max_results': 'Too many.' });
  });

  it("tells the provider's error from Scalekit's, with the id it ran under", async () => {
    const account = await newAccount('JIRA');
    const params = { issue_id_or_key: 'OPS-1' };
    const input = { name: 'jira_issue_get', params, reason: 'ticket 4711', ...account };
    const error = await failureOf(write(runTool, input, admin));
    expect(error.message).toMatch(/The provider's error.*Issue does not exist.*Execution/);
    expect(await lastRun()).toMatchObject({ outcome: 'provider', executionId: expect.stringMatching(/./) });
  });

  it("does not run again at the provider's 401, and does not send the person to sign in", async () => {
    const input = await runInput();
    emulator.current.journal.clear();
    emulator.current.faults.add({ operation: 'tools.executeTool', status: 401, errorCode: 'TOOL_ERROR' });
    expect((await failureOf(write(runTool, input, admin))).code).toBe('unavailable');
    expect(emulator.current.journal.list('tools.executeTool')).toHaveLength(1);
  });

  it('says when the account has to be connected again', async () => {
    const input = await runInput();
    emulator.current.faults.add({
      operation: 'tools.executeTool',
      status: 401,
      errorCode: 'REAUTHENTICATION_NEEDED',
    });
    const error = await failureOf(write(runTool, input, admin));
    expect(error).toMatchObject({ code: 'conflict', message: expect.stringMatching(/authorized again/) });
    expect(await lastRun()).toMatchObject({ outcome: 'account' });
  });

  it.each<[string, object, string]>([
    ['no account', { identifier: '', connector: '' }, 'identifier'],
    ['an id that is none', { accountId: '17' }, 'accountId'],
    ['an endless time-out', { timeoutSeconds: 90 }, 'timeoutSeconds'],
  ])('refuses %s beside the field', async (_name, change, field) => {
    const error = await failureOf(write(runTool, await runInput(change), admin));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  it('keeps the history from people limited to some customers', async () => {
    const limited = testPrincipal({ customers: new Set(['org_1']) });
    expect((await failureOf(runs(limited))).code).toBe('forbidden');
  });

  it('takes the id of an agent run and a time-out of its own', async () => {
    const input = await runInput({ agentRunId: 'run-1', timeoutSeconds: 20 });
    const request = { environment: 'production', submissionId: crypto.randomUUID(), input };
    expect(await runAction(runTool.definition, admin, request)).toMatchObject({
      executionId: expect.anything(),
    });
  });

  itFailsInWords({
    action: runTool,
    emulator,
    operation: 'tools.executeTool',
    input: runInput,
    principal: { role: 'admin' },
  });
});

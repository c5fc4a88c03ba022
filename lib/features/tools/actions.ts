'use server';
import { env } from '@/lib/env';
import { defineAction } from '@/lib/server/define-action';
import { requireReason } from '@/lib/server/require-reason';
import { execute } from './execute';
import { shownHeaders, toBody } from './proxy-parts';
import { recordRun } from './record-run';
import {
  mostBodyBytes,
  type ProxyResult,
  proxyRequestInput,
  type RunResult,
  readPairs,
  runToolInput,
} from './schema';

const timeoutOf = (seconds: number | '') => (seconds === '' ? env().SCALEKIT_TIMEOUT_MS : seconds * 1_000);

/** POST /execute_tool, after the input was checked by the tool's own schema. What goes in and out is kept nowhere. */
export const runTool = defineAction({
  permission: 'tool.run',
  input: runToolInput,
  scope: ({ reason }, { principal }) => {
    requireReason(reason, principal);
    return { kind: 'environment' };
  },
  run: (input, context): Promise<RunResult> => {
    const { name, identifier, connector, accountId } = input;
    return recordRun(
      context,
      { kind: 'tool', name, identifier, connector, accountId },
      () => execute(input, timeoutOf(input.timeoutSeconds), context.scalekit),
      ({ executionId }) => ({ outcome: 'ok', executionId }),
    );
  },
  audit: {
    target: ({ name }) => ({ type: 'tool', id: name }),
    details: ({ identifier, connector, accountId, organizationId, userId, agentRunId }) => ({
      ...{ identifier, connector, accountId, organizationId, userId, agentRunId },
    }),
    reason: ({ reason }) => reason,
    result: ({ executionId }) => ({ details: { executionId } }),
  },
  // The result stands in the form that asked for it.
  refresh: false,
});

/** ANY /proxy/{path}: the provider's answer as it comes, an error of its own too. Kept nowhere. */
export const sendProxyRequest = defineAction({
  permission: 'tool.proxy',
  input: proxyRequestInput,
  scope: ({ reason }, { principal }) => {
    requireReason(reason, principal);
    return { kind: 'environment' };
  },
  run: async (input, context): Promise<ProxyResult> => {
    const { method, path, identifier, connector } = input;
    const started = performance.now();
    const answer = await recordRun(
      context,
      { kind: 'proxy', name: method, identifier, connector },
      () =>
        context.scalekit.proxy({
          verb: method,
          ...{ path, connector, identifier },
          query: readPairs(input.query, '=') ?? [],
          ...toBody(input),
          timeoutMs: timeoutOf(input.timeoutSeconds),
          maxBytes: mostBodyBytes,
        }),
      ({ status, requestId }) => ({ outcome: status < 400 ? 'ok' : 'provider', status, requestId }),
    );
    const { status, text, truncated } = answer;
    const took = Math.round(performance.now() - started);
    return { status, headers: shownHeaders(answer.headers), body: text, truncated, took };
  },
  audit: {
    target: ({ connector }) => ({ type: 'proxy_request', id: connector }),
    // A path may name what a customer has: it counts as input.
    details: ({ method, identifier }) => ({ method, identifier }),
    reason: ({ reason }) => reason,
    result: ({ status }) => ({ details: { status } }),
  },
  refresh: false,
});

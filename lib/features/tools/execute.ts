import 'server-only';
import type { JsonObject } from '@bufbuild/protobuf';
import type { z } from 'zod';
import { AppError, type FieldErrors } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { ToolError } from '@/lib/scalekit/errors';
import { checkInput } from './check-input';
import { readTool } from './find';
import type { RunResult, runToolInput, Schema } from './schema';

type Input = z.output<typeof runToolInput>;

/** Runs a tool once. @throws AppError invalid beside the input's fields; ToolError in whose words it is */
export async function execute(input: Input, timeoutMs: number, scalekit: ScalekitClient): Promise<RunResult> {
  const { inputSchema } = await readTool(scalekit, input.name);
  const problems = checkInput(inputSchema, input.params);
  if (Object.keys(problems).length > 0) {
    throw new AppError('invalid', "The input does not fit the tool's schema: nothing ran.", {
      fieldErrors: problems,
    });
  }
  const started = performance.now();
  try {
    const { data, executionId } = await scalekit.tools.executeTool(toRequest(input), { timeoutMs });
    return { executionId, output: data ?? {}, took: Math.round(performance.now() - started) };
  } catch (error) {
    throw inWords(error, inputSchema);
  }
}

function toRequest({ name, params, accountId, ...input }: Input) {
  return {
    toolName: name,
    // Fields that were emptied come as `undefined`, which JSON does not know.
    params: JSON.parse(JSON.stringify(params)) as JsonObject,
    identifier: input.identifier || undefined,
    connectedAccountId: accountId || undefined,
    connector: input.connector || undefined,
    organizationId: input.organizationId || undefined,
    userId: input.userId || undefined,
    agentRunId: input.agentRunId || undefined,
  };
}

function inWords(error: unknown, schema: Schema | null): unknown {
  if (error instanceof ToolError) return providerError(error);
  if (!(error instanceof AppError) || error.code !== 'invalid' || !error.fieldErrors) return error;
  const { message, requestId, fieldErrors } = error;
  return new AppError('invalid', message, { requestId, fieldErrors: besideInput(fieldErrors, schema) });
}

function providerError({ code, message, requestId, executionId, toolCode }: ToolError): ToolError {
  const said = message.replace(/^The tool reported an error\.\s*/, '');
  const words = [
    "The provider's error: Scalekit passed the call on, and the service answered with a refusal.",
    said,
    executionId ? `Execution ${executionId}${toolCode ? `, code ${toolCode}` : ''}.` : '',
  ];
  const toolErrorInfo = { tool_error_message: said, tool_error_code: toolCode, execution_id: executionId };
  const text = words.filter(Boolean).join(' ');
  return new ToolError(code, text, { requestId: requestId ?? '', toolErrorInfo });
}

const ownFields = ['identifier', 'connector', 'organizationId', 'userId', 'agentRunId', 'root'];

/** Scalekit names a field of the input as form paths are written; the input's own names stand in the schema. */
function besideInput(errors: FieldErrors, schema: Schema | null): FieldErrors {
  const names = Object.keys((schema?.properties as object | undefined) ?? {});
  const placed = Object.entries(errors).map(([path, sentence]) => {
    if (ownFields.includes(path)) return [path, sentence];
    if (path === 'connectedAccountId') return ['accountId', sentence];
    const [first = '', ...rest] = path.split('.');
    const name = names.find((one) => toCamel(one) === first) ?? first;
    return [['params', name, ...rest].join('.'), sentence];
  });
  return Object.fromEntries(placed);
}

function toCamel(name: string): string {
  return name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

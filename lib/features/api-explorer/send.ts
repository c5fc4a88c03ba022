import 'server-only';
import type { z } from 'zod';
import { type ApiAct, actOf, actsWithReason, organizationOfCall } from '@/lib/api-effects';
import type { Principal, Scope } from '@/lib/auth/principal';
import { AppError, type FieldErrors } from '@/lib/errors';
import type { Operation } from '@/lib/scalekit/rest/operations';
import { maskSecretFields } from '@/lib/secret-fields';
import type { ActionContext } from '@/lib/server/action-definition';
import { findOperation, pathIds, prepareCall } from './prepare';
import { type SendResult, sendInput } from './schema';
import { sealSecret } from './seal';

type Input = z.output<typeof sendInput>;

/**
 * All of a send but its permission, for one act. A call that does something else than the act says is refused, whatever
 * the browser asked for: the table of effects decides, together with the input.
 */
export function sendingAs(act: ApiAct) {
  return {
    input: sendInput,
    scope: (input: Input, { principal }: ActionContext) => scopeOf(act, input, principal),
    run: sendCall,
    audit: {
      target: ({ operation }: Input) => ({ type: 'api_operation', id: operation }),
      details: ({ operation, params }: Input) => pathIds(operation, params),
      reason: ({ reason }: Input) => reason,
      result: ({ status, requestId }: SendResult) => ({ details: { status, requestId } }),
    },
    // The answer stands in the form that asked for it.
    refresh: false,
  };
}

function scopeOf(act: ApiAct, { operation, params, reason }: Input, principal: Principal): Scope {
  const request = prepareCall(operation, params);
  if (actOf(operation, params) !== act) {
    throw new AppError('forbidden', `${operation} with this input is not what api.${act} covers.`);
  }
  if (principal.inProduction && actsWithReason.includes(act) && reason.length < 3) {
    const sentence = 'Say in a few words why: this is production, and the staff log keeps the reason.';
    throw new AppError('invalid', 'A reason is missing.', { fieldErrors: { reason: sentence } });
  }
  const organizationId = organizationOfCall(operation, request.path, params);
  return organizationId ? { kind: 'organization', organizationId } : { kind: 'environment' };
}

/** Scalekit's answer, secrets masked. @throws AppError, field errors beside the form's fields */
async function sendCall({ operation: key, params }: Input, context: ActionContext): Promise<SendResult> {
  const operation = findOperation(key);
  const request = prepareCall(key, params);
  const started = performance.now();
  try {
    const answer = await context.scalekit.send(request, { method: operation.method });
    const took = Math.round(performance.now() - started);
    const { masked, found } = maskSecretFields(answer.json);
    const text = JSON.stringify(masked, null, 2);
    const organizationId = organizationOfCall(key, request.path, params);
    return {
      ...{ status: answer.status ?? 200, took, requestId: answer.requestId ?? '' },
      headers: shownHeaders(answer.headers),
      text: text.slice(0, longestAnswer),
      truncated: text.length > longestAnswer,
      secrets: found.slice(0, mostSecrets).map(({ path, value }) => ({
        path,
        sealed: sealSecret({ operation: key, path, value, organizationId }, context),
      })),
    };
  } catch (error) {
    throw besideFields(error, operation);
  }
}

const longestAnswer = 200_000;
const mostSecrets = 50;

const shown =
  /^(content-type|date|server|x-request-id|x-trace-id|traceparent|retry-after|deprecation|sunset|(x-)?ratelimit-.*|x-rate-limit-.*)$/;

function shownHeaders(headers: Headers): [string, string][] {
  return [...headers].filter(([name]) => shown.test(name));
}

/** Upstream's field errors come as other forms name fields; this form's names are those of the wire. */
function besideFields(error: unknown, { method, contract }: Operation): unknown {
  if (!(error instanceof AppError) || !error.fieldErrors) return error;
  const { code, message, requestId, fieldErrors } = error;
  const own =
    contract.kind === 'descriptor'
      ? contract.method.input.fields.map(({ name }) => name)
      : Object.keys(contract.operation.input.shape);
  const wrapper = method.input.fields.find(
    ({ name, fieldKind }) => fieldKind === 'message' && own.includes(name),
  );
  const placed: FieldErrors = {};
  for (const [path, sentence] of Object.entries(fieldErrors)) {
    const parts = path.split('.').map(toSnakeCase);
    const isOwn = own.includes(parts[0] ?? '') || !wrapper;
    const key = path === 'root' ? 'params' : ['params', ...(isOwn ? [] : [wrapper.name]), ...parts].join('.');
    placed[key] = sentence;
  }
  return new AppError(code, message, { requestId, fieldErrors: placed });
}

function toSnakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

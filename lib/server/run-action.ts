import 'server-only';
import { z } from 'zod';
import { recordDenial } from '@/lib/audit/staff-log';
import type { Permission } from '@/lib/auth/permissions';
import { authorize, type Principal, requireStepUp, type Scope } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import type { Priority } from '@/lib/scalekit/budget';
import { scalekitClient } from '@/lib/scalekit/client';
import type { ActionContext, ActionDefinition, ActionRequest } from './action-definition';
import { spendApproval, takeApproval } from './approval';
import { requireThaw } from './freeze';
import { parseInput } from './parse-input';
import { indexOwnWrite } from './search-index/own-writes';
import { noteWrite } from './snapshots/keeping';
import { writeAhead } from './write-ahead';

const envelope = z.object({
  environment: z.string(),
  submissionId: z.uuid(),
  ticket: z.string().trim().max(64).optional(),
  input: z.unknown(),
});

/** How a job runs an action: on which share of the API budget, and what the staff log says besides. */
export type ActionCircumstances = { priority?: Priority; details?: Record<string, unknown> };

/**
 * The write itself for a known person; the part of `defineAction` that jobs and tests call directly.
 * Input is parsed before the step-up, so that nobody signs in again only to be told of a typing error.
 * @throws AppError
 */
export async function runAction<Schema extends z.ZodType, Data>(
  definition: ActionDefinition<Schema, Data>,
  principal: Principal,
  request: ActionRequest<z.input<Schema>>,
  { priority, details }: ActionCircumstances = {},
): Promise<Data> {
  const { environment, submissionId, ticket, input: raw } = parseInput(envelope, request);
  const scalekit = scalekitClient(environment, { priority });
  const context: ActionContext = { environment, principal, scalekit };
  const { permission, audit } = definition;
  const { input, scope } = await allow(definition, context, raw);
  const organizationId = organizationOf(scope);
  const act = {
    ...{ environment, principal, permission, scope, input, ticket },
    target: audit.target(input),
    details: audit.details(input),
    reason: audit.reason?.(input),
  };
  const approval = await logRefusal(context, permission, organizationId, () => takeApproval(act));
  try {
    const data = await spendApproval(approval, () =>
      writeAhead(
        {
          environment,
          principal,
          action: permission,
          organizationId,
          target: act.target,
          details: { ...act.details, ...(approval && { approval }), ...details },
          reason: act.reason,
          ticket,
          submissionId,
        },
        () => definition.run(input, context),
        audit.result,
      ),
    );
    await indexOwnWrite({ environment, permission, organizationId, input, data });
    return data;
  } finally {
    // A refused write may have done the first of two steps, and an unanswered one all.
    await noteWrite(environment, organizationId, permission);
  }
}

/** Role, input, customer scope, freeze and step-up, in that order: nobody signs in again for what is frozen. */
async function allow<Schema extends z.ZodType, Data>(
  { permission, ...definition }: ActionDefinition<Schema, Data>,
  context: ActionContext,
  raw: unknown,
): Promise<{ input: z.output<Schema>; scope: Scope }> {
  const { principal } = context;
  await logRefusal(context, permission, undefined, () =>
    authorize(principal, permission, { kind: 'assigned' }),
  );
  const input = parseInput(definition.input, raw);
  const scope = await definition.scope(input, context);
  await logRefusal(context, permission, organizationOf(scope), async () => {
    authorize(principal, permission, scope);
    await requireThaw(context.environment, permission);
    requireStepUp(principal, permission);
  });
  return { input, scope };
}

/** Makes a check; a refusal is logged before it is thrown. */
async function logRefusal<T>(
  { environment, principal }: ActionContext,
  action: Permission,
  organizationId: string | undefined,
  check: () => T | Promise<T>,
): Promise<T> {
  try {
    return await check();
  } catch (cause) {
    if (!(cause instanceof AppError)) throw noDatabase(cause);
    await recordDenial({ environment, principal, action, organizationId, code: cause.code });
    throw cause;
  }
}

/** A check reads our own records at most: what it throws besides a refusal is that they could not be read. */
function noDatabase(cause: unknown): AppError {
  logger.error({ err: cause }, 'An act could not be checked');
  const message = "Keydesk's database does not answer, so nothing was sent to Scalekit.";
  return new AppError('unavailable', message, { cause });
}

function organizationOf(scope: Scope): string | undefined {
  return scope.kind === 'organization' ? scope.organizationId : undefined;
}

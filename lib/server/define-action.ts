import 'server-only';
import { refresh as refreshRouter } from 'next/cache';
import type { z } from 'zod';
import type { Target } from '@/lib/audit/staff-log';
import type { Permission } from '@/lib/auth/permissions';
import type { Principal, Scope } from '@/lib/auth/principal';
import { requirePrincipal } from '@/lib/auth/session';
import { type Result, toErrorView } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { runAction } from './run-action';
import { toAppError } from './to-app-error';

export type ActionContext = { environment: string; principal: Principal; scalekit: ScalekitClient };

/** What a form sends. `submissionId` is made once per filled form, so a double click cannot run twice. */
export type ActionRequest<Input> = {
  environment: string;
  submissionId: string;
  ticket?: string;
  input: Input;
};

export type ActionDefinition<Schema extends z.ZodType, Data> = {
  permission: Permission;
  input: Schema;
  scope: (input: z.output<Schema>, context: ActionContext) => Scope | Promise<Scope>;
  run: (input: z.output<Schema>, context: ActionContext) => Promise<Data>;
  /** An allow-list: only what these functions return reaches the staff log. */
  audit: {
    target: (input: z.output<Schema>) => Target;
    details: (input: z.output<Schema>) => Record<string, unknown>;
    /** Why, in the person's words; asked for where there is no way back. */
    reason?: (input: z.output<Schema>) => string;
    /** What the result adds (ids, never secrets). */
    result?: (data: Data) => { target?: Target; details?: Record<string, unknown> };
  };
  /** False when the caller shows the result itself and the page behind it need not be read again. */
  refresh?: boolean;
};

export type Action<Schema extends z.ZodType, Data> = {
  (request: ActionRequest<z.input<Schema>>): Promise<Result<Data>>;
  definition: ActionDefinition<Schema, Data>;
};

/**
 * Makes a server write: session, permission, customer scope, step-up, parse, intent row, run, outcome row.
 * No intent row, no call; a write is never retried; a time-out is recorded and shown as unknown.
 * @returns `{ ok: true, data }` or `{ ok: false, error }`; never throws to the browser
 */
export function defineAction<Schema extends z.ZodType, Data>(
  definition: ActionDefinition<Schema, Data>,
): Action<Schema, Data> {
  const action = async (request: ActionRequest<z.input<Schema>>): Promise<Result<Data>> => {
    try {
      const principal = await requirePrincipal(request.environment);
      const data = await runAction(definition, principal, request);
      if (definition.refresh !== false) refreshRouter();
      return { ok: true, data };
    } catch (error) {
      return { ok: false, error: toErrorView(toAppError(error)) };
    }
  };
  return Object.assign(action, { definition });
}

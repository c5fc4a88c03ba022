import 'server-only';
import { refresh as refreshRouter } from 'next/cache';
import type { z } from 'zod';
import { requirePrincipal } from '@/lib/auth/session';
import { type Result, toErrorView } from '@/lib/errors';
import type { ActionDefinition, ActionRequest } from './action-definition';
import { runAction } from './run-action';
import { toAppError } from './to-app-error';

export type Action<Schema extends z.ZodType, Data> = {
  (request: ActionRequest<z.input<Schema>>): Promise<Result<Data>>;
  definition: ActionDefinition<Schema, Data>;
};

/**
 * Makes a server write: session, permission, customer scope, freeze, step-up, parse, intent row, run, outcome row.
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

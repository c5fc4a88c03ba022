import 'server-only';
import type { z } from 'zod';
import type { Target } from '@/lib/audit/staff-log';
import type { Permission } from '@/lib/auth/permissions';
import type { Principal, Scope } from '@/lib/auth/principal';
import type { ScalekitClient } from '@/lib/scalekit/client';

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

/**
 * A write that a job does too: it stands in a file of its own, without `'use server'`, so that a worker runs the very
 * definition that `defineAction` gives to the browser.
 */
export function describeAction<Schema extends z.ZodType, Data>(
  definition: ActionDefinition<Schema, Data>,
): ActionDefinition<Schema, Data> {
  return definition;
}

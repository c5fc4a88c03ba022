import 'server-only';
import { refresh as refreshRouter } from 'next/cache';
import { headers } from 'next/headers';
import type { z } from 'zod';
import type { Target } from '@/lib/audit/staff-log';
import { requireCustomer } from '@/lib/auth/customer-page';
import type { CustomerWrite } from '@/lib/auth/customer-permissions';
import type { CustomerVisit } from '@/lib/auth/customer-visit';
import { isSameOrigin } from '@/lib/auth/same-origin';
import { CustomerError } from '@/lib/customer-error';
import { type Result, toErrorView } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { runCustomerAction } from './run-customer-action';
import { toCustomerError } from './to-customer-error';

/** Environment and organization are the visit's: nothing that a browser sends can name another. */
export type CustomerContext = {
  visit: CustomerVisit;
  environment: string;
  organizationId: string;
  scalekit: ScalekitClient;
};

/** What a form of the customer's page sends. `submissionId` is made once per filled form. */
export type CustomerActionRequest<Input> = { submissionId: string; input: Input };

export type CustomerActionDefinition<Schema extends z.ZodType, Data> = {
  permission: CustomerWrite;
  input: Schema;
  /** Asks Scalekit, before anything is written, whether every id in the input is this organization's. Throws if not. */
  check: 'no_ids' | ((input: z.output<Schema>, context: CustomerContext) => Promise<void>);
  run: (input: z.output<Schema>, context: CustomerContext) => Promise<Data>;
  /** An allow-list: only what these functions return reaches the staff log. */
  audit: {
    target: (input: z.output<Schema>) => Target;
    details: (input: z.output<Schema>) => Record<string, unknown>;
    result?: (data: Data) => { target?: Target; details?: Record<string, unknown> };
  };
  /** False when the caller shows the result itself and the page behind it need not be read again. */
  refresh?: boolean;
};

export type CustomerAction<Schema extends z.ZodType, Data> = {
  (request: CustomerActionRequest<z.input<Schema>>): Promise<Result<Data>>;
  definition: CustomerActionDefinition<Schema, Data>;
};

/**
 * Makes a write of the customer's own page: same origin, visit, switch, allow-list, input, ownership of every id, intent
 * row, run, outcome row. The signed-in staff play no part in it, and no step-up exists: a visit is two hours long.
 * @returns `{ ok: true, data }` or `{ ok: false, error }` in words for a customer; never throws to the browser
 */
export function defineCustomerAction<Schema extends z.ZodType, Data>(
  definition: CustomerActionDefinition<Schema, Data>,
): CustomerAction<Schema, Data> {
  const action = async (request: CustomerActionRequest<z.input<Schema>>): Promise<Result<Data>> => {
    try {
      const visit = await requireCustomer();
      if (!isSameOrigin({ headers: await headers() })) throw foreign();
      const data = await runCustomerAction(definition, visit, request);
      if (definition.refresh !== false) refreshRouter();
      return { ok: true, data };
    } catch (error) {
      return { ok: false, error: toErrorView(toCustomerError(error)) };
    }
  };
  return Object.assign(action, { definition });
}

function foreign(): CustomerError {
  const words =
    'This request came from another site, so nothing was done. Open the link from your e-mail again.';
  return new CustomerError('forbidden', words);
}

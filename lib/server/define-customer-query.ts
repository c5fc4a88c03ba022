import 'server-only';
import { cache } from 'react';
import type { z } from 'zod';
import { requireCustomer } from '@/lib/auth/customer-page';
import { type CustomerRead, customerMay } from '@/lib/auth/customer-permissions';
import type { CustomerVisit } from '@/lib/auth/customer-visit';
import { CustomerError } from '@/lib/customer-error';
import { scalekitClient } from '@/lib/scalekit/client';
import type { CustomerContext } from './define-customer-action';
import { parseInput } from './parse-input';
import { watchReads } from './snapshots/keeping';
import { toCustomerError } from './to-customer-error';

export type CustomerQueryDefinition<Schema extends z.ZodType, Row> = {
  permission: CustomerRead;
  input: Schema;
  /** Returns plain rows of the visit's organization, without what is the vendor's own business. */
  load: (input: z.output<Schema>, context: CustomerContext) => Promise<Row>;
};

export type CustomerQuery<Schema extends z.ZodType, Row> = {
  (input: z.input<Schema>): Promise<Row>;
  definition: CustomerQueryDefinition<Schema, Row>;
};

/**
 * Makes a read of the customer's own page: visit, switch and allow-list are checked before `load` runs, and the
 * organization is the visit's. Identical calls within one request run once.
 * @throws CustomerError, in words for a customer
 */
export function defineCustomerQuery<Schema extends z.ZodType, Row>(
  definition: CustomerQueryDefinition<Schema, Row>,
): CustomerQuery<Schema, Row> {
  const once = cache(async (json: string) => {
    try {
      return await runCustomerQuery(definition, await requireCustomer(), JSON.parse(json));
    } catch (cause) {
      throw toCustomerError(cause);
    }
  });
  const query = (input: z.input<Schema>) => once(JSON.stringify(input ?? {}));
  return Object.assign(query, { definition });
}

/** The read itself for a known visit; the part of `defineCustomerQuery` that tests call directly. */
export async function runCustomerQuery<Schema extends z.ZodType, Row>(
  definition: CustomerQueryDefinition<Schema, Row>,
  visit: CustomerVisit,
  raw: unknown,
): Promise<Row> {
  if (!customerMay(definition.permission, 'read'))
    throw new CustomerError('forbidden', 'This cannot be seen from here.');
  const { environment, organizationId } = visit;
  const input = parseInput(definition.input, raw);
  return definition.load(input, {
    ...{ visit, environment, organizationId },
    scalekit: watchReads(environment, scalekitClient(environment)),
  });
}

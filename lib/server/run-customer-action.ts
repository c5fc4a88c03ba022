import 'server-only';
import { z } from 'zod';
import { recordDenial } from '@/lib/audit/staff-log';
import { customerMay } from '@/lib/auth/customer-permissions';
import type { CustomerVisit } from '@/lib/auth/customer-visit';
import { CustomerError } from '@/lib/customer-error';
import { scalekitClient } from '@/lib/scalekit/client';
import { checkCustomerRate } from './customer-rate';
import type {
  CustomerActionDefinition,
  CustomerActionRequest,
  CustomerContext,
} from './define-customer-action';
import { requireThaw } from './freeze';
import { parseInput } from './parse-input';
import { indexOwnWrite } from './search-index/own-writes';
import { noteWrite } from './snapshots/keeping';
import { toAppError } from './to-app-error';
import { writeAhead } from './write-ahead';

const envelope = z.object({ submissionId: z.uuid(), input: z.unknown() });

/**
 * The write itself for a known visit; the part of `defineCustomerAction` that tests call directly.
 * @throws AppError
 */
export async function runCustomerAction<Schema extends z.ZodType, Data>(
  definition: CustomerActionDefinition<Schema, Data>,
  visit: CustomerVisit,
  request: CustomerActionRequest<z.input<Schema>>,
): Promise<Data> {
  const { permission, check, audit } = definition;
  const { environment, organizationId } = visit;
  const context: CustomerContext = {
    visit,
    environment,
    organizationId,
    scalekit: scalekitClient(environment),
  };
  if (!customerMay(permission, 'write'))
    throw new CustomerError('forbidden', 'This cannot be done from here.');
  const { submissionId, input: raw } = parseInput(envelope, request);
  const input = parseInput(definition.input, raw);
  await checkCustomerRate(visit);
  await logRefusal(context, permission, () => requireThaw(environment, permission));
  if (check !== 'no_ids') await logRefusal(context, permission, () => check(input, context));
  try {
    const data = await writeAhead(
      {
        ...{ environment, organizationId, submissionId, principal: visit, action: permission },
        target: audit.target(input),
        details: audit.details(input),
      },
      () => definition.run(input, context),
      audit.result,
    );
    await indexOwnWrite({ environment, permission, organizationId, input, data });
    return data;
  } finally {
    await noteWrite(environment, organizationId, permission);
  }
}

/** An id that is not theirs is a refusal that staff should see; Scalekit being away is not. */
async function logRefusal(
  { visit, environment, organizationId }: CustomerContext,
  action: CustomerActionDefinition<z.ZodType, unknown>['permission'],
  check: () => Promise<void>,
): Promise<void> {
  try {
    await check();
  } catch (cause) {
    const { code } = toAppError(cause);
    if (code === 'not_found' || code === 'forbidden' || code === 'frozen')
      await recordDenial({ environment, principal: visit, action, organizationId, code });
    throw cause;
  }
}

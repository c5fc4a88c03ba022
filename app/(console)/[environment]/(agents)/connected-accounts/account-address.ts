import { z } from 'zod';
import type { Scope } from '@/lib/auth/principal';
import { paths } from '@/lib/paths';
import { organizationId } from '@/lib/scalekit-ids';

const search = z.object({
  organization: organizationId.catch(''),
  existing: z.string().default('').catch(''),
});

/** Whose account a page shows, as its address says: one customer's, or one of the whole environment. */
export function readAccountAddress(
  environment: string,
  params: Record<string, string | string[] | undefined>,
) {
  const { organization, existing } = search.parse(params);
  const scope: Scope = organization
    ? { kind: 'organization', organizationId: organization }
    : { kind: 'environment' };
  const listHref = organization
    ? paths.organizationAccounts(environment, organization)
    : paths.connectedAccounts(environment);
  return { organizationId: organization, existed: existing !== '', scope, listHref };
}

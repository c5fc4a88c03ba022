import 'server-only';
import type { Scope } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { connectedAccountsPb } from '@/lib/scalekit/services';

type Named = { accountId: string; organizationId: string };

/** One customer, where the page knows whose it is; else the whole environment. */
export function scopeOf({ organizationId }: { organizationId: string }): Scope {
  return organizationId ? { kind: 'organization', organizationId } : { kind: 'environment' };
}

/**
 * An account without its tokens. Source: GET /connected_accounts/details.
 * An account does not say whose customer's it is: the customer's own list does, and is asked when one was named.
 * @throws AppError not_found, also for an account of another customer
 */
export async function requireAccount(
  scalekit: ScalekitClient,
  { accountId, organizationId }: Named,
): Promise<connectedAccountsPb.ConnectedAccount> {
  const { connectedAccount } = await scalekit.connectedAccounts.getConnectedAccountDetails({ id: accountId });
  if (!connectedAccount || !(await isOf(scalekit, connectedAccount, organizationId))) {
    const where = organizationId ? `for ${organizationId}` : 'in this environment';
    throw new AppError('not_found', `There is no connected account ${accountId} ${where}.`);
  }
  return connectedAccount;
}

/** True when the organization's list holds the account, or no organization was named. Source: GET /connected_accounts. */
export async function isOf(
  scalekit: ScalekitClient,
  { id, connector, identifier }: connectedAccountsPb.ConnectedAccount,
  organizationId: string,
): Promise<boolean> {
  if (!organizationId) return true;
  const page = await scalekit.connectedAccounts.listConnectedAccounts({
    ...{ organizationId, connector, identifier },
    pageSize: 99,
  });
  return page.connectedAccounts.some((account) => account.id === id);
}

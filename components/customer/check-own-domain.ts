import { customerPaths } from '@/lib/customer-paths';
import type { ErrorView, Result } from '@/lib/errors';
import type { DomainCheck } from '@/lib/features/domains/schema';

const unreachable: ErrorView = {
  code: 'unavailable',
  message: 'There was no answer. Check your connection and try again.',
  unknown: false,
  stepUp: false,
};

/** Has the server ask the DNS for a domain. A visit that is over leads to the page that says so. */
export async function checkOwnDomain(domainId: string): Promise<Result<DomainCheck>> {
  try {
    const response = await fetch(`${customerPaths.checkDomain}?${new URLSearchParams({ domainId })}`);
    const result: Result<DomainCheck> = await response.json();
    if (!result.ok && result.error.code === 'unauthenticated') window.location.assign(customerPaths.setUp);
    return result;
  } catch {
    return { ok: false, error: unreachable };
  }
}

import 'server-only';
import type { z } from 'zod';
import type { Principal } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import type { Page } from '@/lib/page';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { matches } from './matches';
import { toConnectionRow } from './rows';
import type { ConnectionRow, searchConnectionsInput } from './schema';

/** The longest domain that GET /connections?domain= takes, although domains may have 255 characters. */
const longestDomain = 32;

/**
 * The connections of whoever has a domain, narrowed by the other filters here: the API's look-up takes none and is not
 * paged. Those of the environment itself are left out.
 * @throws AppError invalid for a domain that is longer than the API can look up
 */
export async function findByDomain(
  { domain, ...filter }: z.output<typeof searchConnectionsInput>,
  scalekit: ScalekitClient,
  customers: Principal['customers'],
): Promise<Page<ConnectionRow>> {
  if (domain.length > longestDomain) {
    const message = `Scalekit looks up domains of at most ${longestDomain} characters; this one has ${domain.length}. Find the customer by name and look at their domains.`;
    throw new AppError('invalid', message);
  }
  const { connections } = await scalekit.connections.listConnections({ domain, include: 'all' });
  const rows = connections
    .map(toConnectionRow)
    .filter(({ organizationId }) => organizationId !== '')
    .filter(({ organizationId }) => customers === 'all' || customers.has(organizationId))
    .filter((row) => matches(row, filter));
  return { rows, total: rows.length, nextToken: null, previousToken: null };
}

import 'server-only';
import { keepObservation } from '@/lib/audit/snapshots/keep';
import type { OrganizationPart } from '@/lib/audit/snapshots/observation';
import { observe } from '@/lib/audit/snapshots/observe';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';

/** The parts that the walk reads. The organization itself comes with the list, invitations when members are looked at. */
export const walkedParts = [
  'connection',
  'domain',
  'directory',
  'organization_role',
  'api_client',
  'api_key',
  'connected_account',
] as const satisfies OrganizationPart[];

const pageSize = 30;
const domainPageSize = 100;
/** What lies beyond so many pages of one list is left out: one customer must not use up everybody's budget. */
const mostPages = 10;

/**
 * Reads these parts of an organization, all at once, and keeps them.
 * @returns the parts that could not be read
 * @throws AppError rate_limited, and whatever all of them failed with: the rest is for later
 */
export async function readOrganization(
  environment: string,
  scalekit: ScalekitClient,
  organizationId: string,
  parts: readonly OrganizationPart[],
): Promise<OrganizationPart[]> {
  const read = await Promise.allSettled(
    parts.map((part) => readers[part]({ environment, scalekit, organizationId })),
  );
  const failures = read.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const limit = failures.find((one) => one instanceof AppError && one.code === 'rate_limited');
  if (limit) throw limit;
  // Ours, not an answer of Scalekit: the walk must not go on as if all were well.
  const own = failures.find((one) => !(one instanceof AppError));
  if (own) throw own;
  // Nothing at all was answered: that is no part which this environment refuses. An organization that is gone is.
  const trouble = failures.find((one) => one instanceof AppError && one.code !== 'not_found');
  if (trouble && parts.length > 1 && failures.length === parts.length) throw trouble;
  return parts.filter((_part, index) => read[index]?.status === 'rejected');
}

type Reading = { environment: string; scalekit: ScalekitClient; organizationId: string };

/** Makes one call and keeps what it says. `operation` is the call's name, as snapshots know it. */
async function take<Request, Answer>(
  { environment }: Reading,
  operation: string,
  call: (request: Request) => Promise<Answer>,
  request: Request,
): Promise<Answer> {
  const at = new Date();
  const answer = await call(request);
  const observation = observe(operation, request, answer);
  if (observation) await keepObservation(environment, observation, at);
  return answer;
}

type Paged = { nextPageToken: string };

/** All pages of a list become one answer, so that what is missing from all of them is known to be gone. */
async function allPages<Answer extends Paged>(
  read: (pageToken: string) => Promise<Answer>,
  join: (pages: Answer[]) => Partial<Answer>,
): Promise<Answer> {
  const pages: Answer[] = [];
  let pageToken = '';
  do {
    const page = await read(pageToken);
    pages.push(page);
    pageToken = page.nextPageToken;
  } while (pageToken !== '' && pages.length < mostPages);
  return { ...(pages.at(-1) as Answer), ...join(pages) };
}

const readers: Record<OrganizationPart, (reading: Reading) => Promise<unknown>> = {
  organization: (reading) => {
    const { organizations } = reading.scalekit;
    const identities = { case: 'id', value: reading.organizationId } as const;
    return take(reading, 'organizations.getOrganization', (asked) => organizations.getOrganization(asked), {
      identities,
    });
  },
  connection: async (reading) => {
    const { organizationId, scalekit } = reading;
    const { connections } = scalekit;
    const asked = { organizationId, include: 'all' };
    const list = await take(
      reading,
      'connections.listConnections',
      (one) => connections.listConnections(one),
      asked,
    );
    await Promise.all(
      list.connections.map(({ id }) =>
        take(reading, 'connections.getConnection', (one) => connections.getConnection(one), {
          organizationId,
          id,
        }),
      ),
    );
  },
  domain: (reading) => {
    const { domains } = reading.scalekit;
    const asked = {
      identities: { case: 'organizationId', value: reading.organizationId } as const,
      pageSize: domainPageSize,
    };
    return take(reading, 'domains.listDomains', (one) => domains.listDomains(one), asked);
  },
  directory: (reading) => {
    const { directories } = reading.scalekit;
    const { organizationId } = reading;
    return take(reading, 'directories.listDirectories', (one) => directories.listDirectories(one), {
      organizationId,
    });
  },
  organization_role: (reading) => {
    const { roles } = reading.scalekit;
    const asked = { orgId: reading.organizationId, include: 'permissions' };
    return take(reading, 'roles.listOrganizationRoles', (one) => roles.listOrganizationRoles(one), asked);
  },
  api_client: (reading) => {
    const { clients } = reading.scalekit;
    const { organizationId } = reading;
    const call = () =>
      allPages(
        (pageToken) => clients.listOrganizationClients({ organizationId, pageSize, pageToken }),
        (pages) => ({ clients: pages.flatMap((page) => page.clients) }),
      );
    return take(reading, 'clients.listOrganizationClients', call, { organizationId });
  },
  api_key: (reading) => {
    const { tokens } = reading.scalekit;
    const { organizationId } = reading;
    const call = () =>
      allPages(
        (pageToken) => tokens.listTokens({ organizationId, pageSize, pageToken }),
        (pages) => ({ tokens: pages.flatMap((page) => page.tokens) }),
      );
    return take(reading, 'tokens.listTokens', call, { organizationId });
  },
  connected_account: (reading) => {
    const { connectedAccounts } = reading.scalekit;
    const { organizationId } = reading;
    const call = () =>
      allPages(
        (pageToken) => connectedAccounts.listConnectedAccounts({ organizationId, pageSize, pageToken }),
        (pages) => ({ connectedAccounts: pages.flatMap((page) => page.connectedAccounts) }),
      );
    return take(reading, 'connectedAccounts.listConnectedAccounts', call, { organizationId });
  },
  // The list of members is people's page by page: a walk over all of them would cost more than it tells.
  invitation: async () => {},
};

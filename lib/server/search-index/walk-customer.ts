import 'server-only';
import { AppError, type ErrorCode } from '@/lib/errors';
import type { FindKind } from '@/lib/find-kinds';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { Document } from './document';
import {
  accountDocument,
  apiClientDocument,
  apiKeyDocument,
  directoryDocument,
  domainDocument,
  roleDocument,
} from './to-documents';

/** Pages of one kind that are read of one customer, lest a single one hold up the walk for hours. */
const mostPages = 200;

/**
 * What only a customer's own lists tell: domains, directories, roles, keys, machine clients, and whose accounts are whose.
 * One call for each kind, all at once, and one more for each further page. A customer that is gone meanwhile has nothing;
 * a kind that the environment refuses to list is named, and the rest is worth having.
 * @throws AppError whatever Scalekit answers
 */
export async function readCustomer(
  scalekit: ScalekitClient,
  organizationId: string,
  withAccounts: boolean,
): Promise<{ documents: Document[]; calls: number; refused: FindKind[] }> {
  let calls = 0;
  const counted = <Answer>(call: Promise<Answer>): Promise<Answer> => {
    calls += 1;
    return call;
  };
  const { domains, directories, roles, tokens, clients, connectedAccounts } = scalekit;
  const identities = { case: 'organizationId', value: organizationId } as const;
  const lists: [FindKind, Promise<Document[]>][] = [
    of('domain', async (pageNumber) => {
      const { domains: found } = await counted(
        domains.listDomains({ identities, pageSize: 100, pageNumber: Number(pageNumber) || 0 }),
      );
      const next = found.length < 100 ? '' : String((Number(pageNumber) || 0) + 1);
      return { documents: found.map(domainDocument), next };
    }),
    of('directory', async () => {
      const found = await counted(directories.listDirectories({ organizationId }));
      return { documents: found.directories.map(directoryDocument), next: '' };
    }),
    of('role', async () => {
      const found = await counted(roles.listOrganizationRoles({ orgId: organizationId }));
      const own = found.roles.filter(({ isOrgRole }) => isOrgRole);
      return { documents: own.map((one) => roleDocument(one, organizationId)), next: '' };
    }),
    of('api_key', async (pageToken) => {
      const found = await counted(tokens.listTokens({ organizationId, pageSize: 30, pageToken }));
      return { documents: found.tokens.map(apiKeyDocument), next: found.nextPageToken };
    }),
    of('api_client', async (pageToken) => {
      const found = await counted(
        clients.listOrganizationClients({ organizationId, pageSize: 30, pageToken }),
      );
      return { documents: found.clients.map(apiClientDocument), next: found.nextPageToken };
    }),
  ];
  if (withAccounts) {
    lists.push(
      of('connected_account', async (pageToken) => {
        const found = await counted(
          connectedAccounts.listConnectedAccounts({ organizationId, pageSize: 99, pageToken }),
        );
        const documents = found.connectedAccounts.map((one) => accountDocument(one, organizationId));
        return { documents, next: found.nextPageToken };
      }),
    );
  }
  // All settle before one failure speaks: a call that is still out must not overlap the next attempt.
  const settled = await Promise.allSettled(lists.map(([, list]) => list));
  const refused: FindKind[] = [];
  for (const [index, one] of settled.entries()) {
    if (one.status === 'fulfilled' || hasCode(one.reason, 'not_found')) continue;
    if (!hasCode(one.reason, 'forbidden') && !hasCode(one.reason, 'invalid')) throw one.reason;
    const [kind] = lists[index] ?? [];
    if (kind) refused.push(kind);
  }
  const documents = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  return { documents, calls, refused };
}

const hasCode = (cause: unknown, code: ErrorCode) => cause instanceof AppError && cause.code === code;

type Part = { documents: Document[]; next: string };

const of = (kind: FindKind, read: (pageToken: string) => Promise<Part>): [FindKind, Promise<Document[]>] => [
  kind,
  walkPages(read),
];

async function walkPages(read: (pageToken: string) => Promise<Part>): Promise<Document[]> {
  const documents: Document[] = [];
  let pageToken = '';
  for (let pages = 0; pages < mostPages; pages += 1) {
    const part = await read(pageToken);
    documents.push(...part.documents);
    pageToken = part.next;
    if (!pageToken) break;
  }
  return documents;
}

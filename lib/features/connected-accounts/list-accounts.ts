import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { toAccountRow } from './rows';
import {
  type AccountPage,
  type AccountRow,
  type AccountSearch,
  accountPageSize,
  connectionNamesOf,
  queueStatuses,
  type StatusFilter,
} from './schema';

type Read = (
  pageToken: string,
  pageSize: number,
) => Promise<{ rows: AccountRow[]; total: number; next: string; previous: string }>;

/** GET /connected_accounts takes fewer than 100. */
const wholePage = 99;
/** The most pages that are read in search of a state: the API cannot be asked for one. */
const mostPages = 5;

/** A page of accounts, narrowed by everything that the API takes, and by state here. */
export function listAccounts(
  scalekit: ScalekitClient,
  search: AccountSearch,
  pageToken: string,
): Promise<AccountPage> {
  const read = readerOf(scalekit, search);
  return search.status ? findByStatus(read, search.status, pageToken) : readPage(read, pageToken);
}

async function readPage(read: Read, pageToken: string): Promise<AccountPage> {
  const { rows, total, next, previous } = await read(pageToken, accountPageSize);
  return { rows, total, nextToken: next || null, previousToken: previous || null, looked: null };
}

/** Reads whole pages until one of ours is full, and goes on from where it stopped. */
async function findByStatus(read: Read, status: StatusFilter, pageToken: string): Promise<AccountPage> {
  const rows: AccountRow[] = [];
  let token = pageToken;
  let looked = 0;
  for (let pages = 0; pages < mostPages && rows.length < accountPageSize; pages += 1) {
    const page = await read(token, wholePage);
    looked += page.rows.length;
    rows.push(...page.rows.filter((row) => matches(row, status)));
    token = page.next;
    if (!token) break;
  }
  return { rows, total: null, nextToken: token || null, previousToken: null, looked };
}

function matches(row: AccountRow, status: StatusFilter): boolean {
  return status === 'needs_link' ? queueStatuses.includes(row.status) : row.status === status;
}

function readerOf({ connectedAccounts }: ScalekitClient, search: AccountSearch): Read {
  const { organizationId, userId, provider, text } = search;
  const names = connectionNamesOf(search.connections);
  const isNarrowed = organizationId !== '' || userId !== '' || provider !== '' || names.length > 0;
  // The search alone has an index of its own at Scalekit; it takes three characters and cannot be narrowed like the list.
  if (text.length >= 3 && !isNarrowed) {
    return async (pageToken, pageSize) => {
      const size = Math.min(pageSize, 30);
      return toPage(
        await connectedAccounts.searchConnectedAccounts({ query: text, pageToken, pageSize: size }),
      );
    };
  }
  return async (pageToken, pageSize) =>
    toPage(
      await connectedAccounts.listConnectedAccounts({
        organizationId: organizationId || undefined,
        userId: userId || undefined,
        provider,
        query: text,
        // The two are mutually exclusive.
        ...(names.length === 1 ? { connector: names[0] } : { connectionNames: names }),
        pageToken,
        pageSize,
      }),
    );
}

type Answer = Awaited<ReturnType<ScalekitClient['connectedAccounts']['listConnectedAccounts']>>;

function toPage(page: Pick<Answer, 'connectedAccounts' | 'totalSize' | 'nextPageToken' | 'prevPageToken'>) {
  return {
    rows: page.connectedAccounts.map(toAccountRow),
    total: page.totalSize,
    next: page.nextPageToken,
    previous: page.prevPageToken,
  };
}

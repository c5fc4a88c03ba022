import 'server-only';
import { defineQuery } from '@/lib/server/define-query';
import { listDurable } from './durable-links';
import { requireAccount, scopeOf } from './find';
import { listAccounts } from './list-accounts';
import { toAccountDetail } from './rows';
import {
  type AccountDetail,
  type AccountPage,
  accountInput,
  type DurableLinkRow,
  listAccountsInput,
} from './schema';

/**
 * A page of people's accounts, of one customer or of all. Source: GET /connected_accounts, or :search for text alone.
 * The API cannot filter by state: up to 495 accounts are read in search of one, and the page says how many.
 */
export const listConnectedAccounts = defineQuery({
  permission: 'connected_account.read',
  input: listAccountsInput,
  scope: scopeOf,
  load: ({ pageToken, ...search }, { scalekit }): Promise<AccountPage> =>
    listAccounts(scalekit, search, pageToken),
});

/** One account, without what it authorizes with. Source: GET /connected_accounts/details. */
export const getConnectedAccount = defineQuery({
  permission: 'connected_account.read',
  input: accountInput,
  scope: scopeOf,
  load: async (named, { scalekit }): Promise<AccountDetail> =>
    toAccountDetail(await requireAccount(scalekit, named)),
});

/** How many tools agents can run with the account; null where that could not be counted. Source: GET /tools/scoped. */
export const countAccountImpact = defineQuery({
  permission: 'connected_account.read',
  input: accountInput,
  scope: scopeOf,
  load: async (named, { scalekit }): Promise<{ tools: number | null }> => {
    const { identifier, connector } = await requireAccount(scalekit, named);
    try {
      const filter = { connectionNames: [connector] };
      const { totalSize } = await scalekit.tools.listScopedTools({ identifier, filter, pageSize: 1 });
      return { tools: totalSize };
    } catch {
      return { tools: null };
    }
  },
});

/** The durable links of an account, the newest 20. Source: Keydesk's own records, which know for whom each was made. */
export const listDurableLinks = defineQuery({
  permission: 'connected_account.read',
  input: accountInput,
  scope: scopeOf,
  load: (named, { environment }): Promise<DurableLinkRow[]> => listDurable(environment, named),
});

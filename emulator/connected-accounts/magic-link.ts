import { randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '@bufbuild/protobuf';
import type { Environment } from '../environment';
import { notFound, permissionDenied } from '../errors';
import { hashSecret } from '../hash-secret';
import { announceAccount, changeStatus } from './announce';
import { type AccountKey, findAccount, requireAppConnection } from './find-account';
import type { AccountLinkRow, ConnectedAccountRow } from './rows';
import { addAccount } from './write-account';

const linkMs = 10 * 60_000;
const verificationMs = 10 * 60_000;

export type MagicLink = { link: string; expiresAt: number };

/** The account that a link is asked for; one that does not exist yet is added, for consent to fill. */
export function ensureAccount(environment: Environment, key: AccountKey): ConnectedAccountRow {
  const known = findAccount(environment, key);
  if (known) return known;
  if (key.id || !key.connector) throw notFound(`connected account ${key.id}`);
  const connection = requireAppConnection(environment, key.connector);
  const { organizationId, userId } = key;
  const identifier = key.identifier || userId || organizationId || '';
  return addAccount(environment, connection, { identifier, organizationId, userId });
}

/** A link of ten minutes to the page where a person consents; it works once. */
export function createMagicLink(
  environment: Environment,
  account: ConnectedAccountRow,
  { state, userVerifyUrl }: Pick<AccountLinkRow, 'state' | 'userVerifyUrl'> = {},
): MagicLink {
  const { clock, newId, store } = environment;
  const secret = randomUUID();
  const now = clock.now();
  const row = store.accountLinks.put({
    id: newId('cal'),
    createdAt: now,
    accountId: account.id,
    secretHash: hashSecret(secret),
    expiresAt: now + linkMs,
    state: state || undefined,
    userVerifyUrl: userVerifyUrl || undefined,
  });
  announceAccount(environment, 'connected_account.magic_link_generated', account);
  return { link: `${environment.url()}/connect/${secret}`, expiresAt: row.expiresAt };
}

export type Grant = { details: JsonObject; tokenExpiresAt?: number };

/**
 * Ends a link with consent. Without a verification address the account is ACTIVE at once; with one the tokens
 * wait until the application has confirmed who the person is.
 * @returns where to send the person; undefined to tell them here
 */
export function consent(environment: Environment, link: AccountLinkRow, grant: Grant): string | undefined {
  const { clock, store } = environment;
  const account = store.connectedAccounts.get(link.accountId);
  if (!account) throw notFound(`connected account ${link.accountId}`);
  const now = clock.now();
  announceAccount(environment, 'connected_account.oauth_tokens_fetched', account);
  if (!link.userVerifyUrl) {
    store.accountLinks.put({ ...link, usedAt: now });
    activate(environment, account, grant);
    return undefined;
  }
  const requestId = randomBytes(32).toString('base64url');
  const verification = { requestHash: hashSecret(requestId), expiresAt: now + verificationMs, ...grant };
  store.accountLinks.put({ ...link, usedAt: now, verification });
  if (account.status !== 'ACTIVE') changeStatus(environment, account, 'PENDING_VERIFICATION');
  const target = new URL(link.userVerifyUrl);
  target.searchParams.set('auth_request_id', requestId);
  if (link.state) target.searchParams.set('state', link.state);
  return target.href;
}

/** The application confirms who consented: the waiting tokens become the account's. */
export function verifyUser(environment: Environment, requestId: string, identifier: string): void {
  const { clock, store } = environment;
  const hash = hashSecret(requestId);
  const link = store.accountLinks.all().find(({ verification }) => verification?.requestHash === hash);
  const account = link && store.connectedAccounts.get(link.accountId);
  if (!link?.verification || !account || link.verification.expiresAt <= clock.now()) {
    throw notFound('auth request not found or no longer valid');
  }
  if (account.identifier !== identifier) {
    throw permissionDenied('the identifier is not the one that the flow was started for');
  }
  const { details, tokenExpiresAt } = link.verification;
  store.accountLinks.put({ ...link, verification: undefined });
  activate(environment, account, { details, tokenExpiresAt });
}

function activate(environment: Environment, account: ConnectedAccountRow, grant: Grant): void {
  const row = changeStatus(environment, { ...account, ...grant }, 'ACTIVE');
  announceAccount(environment, 'connected_account.oauth_succeeded', row);
}

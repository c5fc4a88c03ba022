import { ConnectError } from '@connectrpc/connect';
import type { Environment } from '../environment';
import { httpStatus } from '../errors';
import type { Site } from '../faces/pages';
import { hashSecret } from '../hash-secret';
import { readForm } from '../oauth/parameters';
import { accessTokenMs, newOauthDetails, usesOauth } from './authorization';
import { consentPage, sentence } from './consent-page';
import { consent, type Grant } from './magic-link';
import type { AccountLinkRow } from './rows';
import { readCredentials } from './static-credentials';

/** The page behind a magic link, where a person lets an application act with their account at a provider. */
export function createConnectSite(environment: Environment): Site {
  const { clock, store } = environment;

  function open(secret: string): { link: AccountLinkRow } | { refusal: Response } {
    const [link] = store.accountLinks.findBy('secretHash', hashSecret(secret));
    if (!link || !store.connectedAccounts.get(link.accountId)) {
      return {
        refusal: sentence(
          'This link does not exist',
          'The account was deleted, or the address is incomplete.',
          404,
        ),
      };
    }
    if (link.usedAt !== undefined) {
      return { refusal: sentence('This link was used already', 'It connects an account once.', 410) };
    }
    if (link.expiresAt <= clock.now()) {
      return { refusal: sentence('This link has expired', 'It lives ten minutes. Ask for a new one.', 410) };
    }
    return { link };
  }

  function accountOf({ accountId }: AccountLinkRow) {
    const account = store.connectedAccounts.get(accountId);
    const connection = account && store.connections.get(account.connectionId);
    if (!account || !connection) throw new Error(`link without account ${accountId}`);
    return { account, connection };
  }

  async function decide(link: AccountLinkRow, request: Request): Promise<Response> {
    const form = await readForm(request);
    const { account, connection } = accountOf(link);
    if (form.decision !== 'allow') {
      store.accountLinks.put({ ...link, usedAt: clock.now() });
      return sentence('Not connected', `${account.provider} was not connected. Nothing was shared.`);
    }
    const grant: Grant = usesOauth(account.type)
      ? { details: newOauthDetails(connection), tokenExpiresAt: clock.now() + accessTokenMs }
      : { details: readCredentials(account.type, form) };
    const location = consent(environment, link, grant);
    if (!location) return sentence('Connected', `${account.provider} is connected. You can close this page.`);
    const headers = { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
    return new Response(null, { status: 303, headers });
  }

  return {
    operation: (pathname) => (pathname.startsWith('/connect/') ? 'connect/consent' : undefined),
    async handle(request) {
      const secret = /^\/connect\/([^/]+)$/.exec(new URL(request.url).pathname)?.[1];
      if (!secret) return null;
      if (request.method !== 'GET' && request.method !== 'POST') {
        return new Response(null, { status: 405, headers: { allow: 'GET, POST' } });
      }
      const opened = open(secret);
      if ('refusal' in opened) return opened.refusal;
      const { account, connection } = accountOf(opened.link);
      const show = (problem?: string) => consentPage(account, connection, opened.link, problem);
      if (request.method === 'GET') return show();
      try {
        return await decide(opened.link, request);
      } catch (error) {
        if (error instanceof ConnectError && httpStatus(error.code) === 400) return show(error.rawMessage);
        throw error;
      }
    },
  };
}

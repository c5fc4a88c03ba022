import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectedAccountsPb } from '@/lib/scalekit/services';
import { testPrincipal } from '@/tests/setup/principal';
import type { proxyRequestInput, runToolInput } from './schema';

export const admin = testPrincipal({ role: 'admin' });

/** Somebody's account at a provider, ready to act. For tests. */
export async function newAccount(providerKey: string) {
  // A 429 of the test before has halved what this one may spend.
  await db().apiBudget.deleteMany();
  const { connections, connectedAccounts } = scalekitClient('production');
  const connector = `agents-${randomUUID().slice(0, 8)}`;
  await connections.createEnvironmentConnection({
    connection: { providerKey, type: 4, keyId: connector },
    flags: { isApp: true },
  });
  const identifier = `ines-${randomUUID().slice(0, 8)}@example.com`;
  await connectedAccounts.createConnectedAccount({
    connector,
    identifier,
    connectedAccount: {
      authorizationDetails: {
        details: { case: 'oauthToken', value: { accessToken: `made-up-${connector}`, scopes: ['read'] } },
      },
    },
  });
  return { connector, identifier };
}

export const active = connectedAccountsPb.ConnectorStatus.ACTIVE;

/** A filled form that reads the profile of a mailbox. */
export async function runInput(change: Partial<z.input<typeof runToolInput>> = {}) {
  const account = await newAccount('GMAIL');
  return { name: 'gmail_get_profile', params: {}, reason: 'ticket 4711', ...account, ...change };
}

/** A filled form that asks the provider for the same. */
export async function requestInput(change: Partial<z.input<typeof proxyRequestInput>> = {}) {
  const account = await newAccount('GMAIL');
  return {
    method: 'GET' as const,
    path: '/gmail/v1/users/me/profile',
    reason: 'ticket 4711',
    ...account,
    ...change,
  };
}

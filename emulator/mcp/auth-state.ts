import type { McpAuthState } from '@/lib/scalekit/rest/mcp-schema';
import { createMagicLink, ensureAccount } from '../connected-accounts/magic-link';
import type { Environment } from '../environment';
import { accountOf } from './messages';
import type { McpConfigRow } from './rows';

/**
 * Where a person stands with each connection of a configuration. With links it adds the accounts that are
 * missing, and a fresh link for every one.
 */
export function readAuthState(
  environment: Environment,
  config: McpConfigRow,
  identifier: string,
  withLinks = false,
): McpAuthState[] {
  return config.mappings.flatMap(({ connectionId }) => {
    const connection = environment.store.connections.get(connectionId);
    if (!connection) return [];
    const account = withLinks
      ? ensureAccount(environment, { connector: connection.keyId, identifier })
      : accountOf(environment, connection, identifier);
    return {
      connection_id: connection.id,
      connection_name: connection.keyId,
      provider: connection.providerKey,
      connected_account_id: account?.id ?? '',
      connected_account_status: account?.status ?? '',
      authentication_link: account && withLinks ? createMagicLink(environment, account).link : '',
    };
  });
}

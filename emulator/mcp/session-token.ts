import type { Environment } from '../environment';
import { invalidArgument } from '../errors';
import type { Oauth } from '../oauth/oauth';
import { accountOf, serverUrl } from './messages';
import type { McpConfigRow } from './rows';

export type SignToken = Oauth['signToken'];

const hourSeconds = 3600;

/**
 * A token that opens the configuration's MCP server for one person.
 * @param expiry a duration such as `3600s`; an hour when unset
 * @throws ConnectError invalid argument when a connection has no active account of that person
 */
export async function createSessionToken(
  environment: Environment,
  sign: SignToken,
  config: McpConfigRow,
  { identifier, expiry }: { identifier: string; expiry?: string },
): Promise<{ token: string; expires_at: string }> {
  if (config.mappings.length === 0) throw invalidArgument(`MCP config ${config.id} has no connections`);
  const accountIds = config.mappings.map(({ connectionId }) => {
    const connection = environment.store.connections.get(connectionId);
    const account = connection && accountOf(environment, connection, identifier);
    if (account?.status === 'ACTIVE') return account.id;
    const name = connection?.keyId ?? connectionId;
    throw invalidArgument(`connection ${name} has no active connected account of ${identifier}`);
  });
  const iat = Math.floor(environment.clock.now() / 1000);
  const exp = iat + (expiry ? Math.floor(Number(expiry.slice(0, -1))) : hourSeconds);
  const token = await sign({
    sub: identifier,
    aud: [serverUrl(environment, config)],
    token_type: 'mcp_session',
    mcp_cfg: config.id,
    ca_ids: accountIds,
    iat,
    exp,
  });
  return { token, expires_at: new Date(exp * 1000).toISOString() };
}

/** Where a person stands with one connection of an MCP server. */
export type McpAccount = {
  connectionId: string;
  connection: string;
  provider: string;
  /** Null: the person has no account there. */
  accountId: string | null;
  /** As Scalekit names it, `ACTIVE`; empty without an account. */
  status: string;
};

type Sent = {
  connection_id: string;
  connection_name: string;
  provider: string;
  connected_account_id: string;
  connected_account_status: string;
};

/** A row of an authorization state, without the link that may stand in it. */
export function toMcpAccount(sent: Sent): McpAccount {
  return {
    connectionId: sent.connection_id,
    connection: sent.connection_name || sent.connection_id,
    provider: sent.provider,
    accountId: sent.connected_account_id || null,
    status: sent.connected_account_status,
  };
}

import { z } from 'zod';
import type { LoginRequestRow } from './auth/rows';
import type { AuthLogRow } from './auth-logs/rows';
import type { ClientRow, ConsentRow, MachineClientRow, ResourceRow } from './clients/rows';
import type { AccountLinkRow, ConnectedAccountRow } from './connected-accounts/rows';
import type { ConnectionRow, ConnectionTestRow } from './connections/rows';
import type {
  DirectoryGroupRow,
  DirectoryRow,
  DirectorySecretRow,
  DirectoryUserRow,
} from './directories/rows';
import type { DomainRow } from './domains/rows';
import type { EventRow } from './events/rows';
import type { MailRow } from './mail/rows';
import type { McpConfigRow, McpInstanceRow } from './mcp/rows';
import type { OrganizationRow } from './organizations/rows';
import type { PasswordlessRow } from './passwordless/rows';
import type { PortalLinkRow, PortalSessionRow } from './portal/rows';
import type { CustomProviderRow } from './providers/rows';
import type { PermissionRow, RoleRow } from './roles/rows';
import type { Row } from './rows';
import type { SessionRow } from './sessions/rows';
import type { AuthRequestRow, BrowserSessionRow } from './sign-in/rows';
import { Table, type TableDump } from './table';
import type { TokenRow } from './tokens/rows';
import type { ToolRow } from './tools/rows';
import type { InviteLinkRow, MembershipRow, UserRow } from './users/rows';
import type { PasskeyRow } from './webauthn/rows';
import type { WebhookDeliveryRow, WebhookEndpointRow } from './webhooks/rows';

export type Store = ReturnType<typeof createStore>;

/** Everything the environment holds, in memory: one table per resource. `changed` is called after each write. */
export function createStore(changed: () => void = () => {}) {
  return {
    organizations: new Table<OrganizationRow>(['externalId', 'slug'], changed),
    portalLinks: new Table<PortalLinkRow>(['organizationId', 'secretHash'], changed),
    portalSessions: new Table<PortalSessionRow>(['organizationId', 'cookieHash'], changed),
    users: new Table<UserRow>(['email', 'externalId'], changed),
    memberships: new Table<MembershipRow>(['organizationId', 'userId'], changed),
    inviteLinks: new Table<InviteLinkRow>(['membershipId', 'secretHash'], changed),
    roles: new Table<RoleRow>(['name', 'organizationId'], changed),
    permissions: new Table<PermissionRow>(['name'], changed),
    sessions: new Table<SessionRow>(['userId'], changed),
    clients: new Table<ClientRow>([], changed),
    machineClients: new Table<MachineClientRow>(['organizationId', 'resourceId'], changed),
    resources: new Table<ResourceRow>([], changed),
    consents: new Table<ConsentRow>(['resourceId', 'clientId'], changed),
    loginRequests: new Table<LoginRequestRow>(['callbackHash'], changed),
    passkeys: new Table<PasskeyRow>(['userId'], changed),
    passwordless: new Table<PasswordlessRow>(['linkHash'], changed),
    authRequests: new Table<AuthRequestRow>([], changed),
    browserSessions: new Table<BrowserSessionRow>(['cookieHash'], changed),
    authLogs: new Table<AuthLogRow>(['email'], changed),
    mails: new Table<MailRow>([], changed),
    webhookEndpoints: new Table<WebhookEndpointRow>([], changed),
    webhookDeliveries: new Table<WebhookDeliveryRow>(['state'], changed),
    events: new Table<EventRow>(['organizationId', 'authRequestId'], changed),
    connections: new Table<ConnectionRow>(['organizationId', 'keyId'], changed),
    connectionTests: new Table<ConnectionTestRow>(['connectionId'], changed),
    connectedAccounts: new Table<ConnectedAccountRow>(
      ['connector', 'connectionId', 'organizationId', 'identifier'],
      changed,
    ),
    accountLinks: new Table<AccountLinkRow>(['accountId', 'secretHash'], changed),
    customProviders: new Table<CustomProviderRow>(['identifier'], changed),
    mcpConfigs: new Table<McpConfigRow>([], changed),
    mcpInstances: new Table<McpInstanceRow>(['configId'], changed),
    customTools: new Table<ToolRow>([], changed),
    domains: new Table<DomainRow>(['organizationId', 'name'], changed),
    directories: new Table<DirectoryRow>(['organizationId'], changed),
    directorySecrets: new Table<DirectorySecretRow>(['directoryId', 'secretHash'], changed),
    directoryUsers: new Table<DirectoryUserRow>(['directoryId'], changed),
    directoryGroups: new Table<DirectoryGroupRow>(['directoryId'], changed),
    tokens: new Table<TokenRow>(['organizationId', 'userId', 'valueHash'], changed),
  };
}

// A row of a snapshot is one we wrote; only what the tables need is checked.
const rowsSchema = z.array(z.looseObject({ id: z.string(), createdAt: z.number() }));
const dumpSchema = z.record(z.string(), rowsSchema);
const goneSchema = z.record(z.string(), z.array(z.string())).default({});

export type StoreDump = { tables: Record<string, readonly Row[]>; gone: Record<string, string[]> };

/** What was written to every table, as plain JSON, and the ids of what was there from the start and is gone. */
export function dumpStore(store: Store): StoreDump {
  const dumps = Object.entries(store).map(([name, table]): [string, TableDump<Row>] => [name, table.dump()]);
  return {
    tables: Object.fromEntries(dumps.map(([name, { rows }]) => [name, rows])),
    gone: Object.fromEntries(dumps.flatMap(([name, { gone }]) => (gone.length > 0 ? [[name, gone]] : []))),
  };
}

/**
 * Replaces the content of the store. Tables that the dump lacks end empty, those it has too many are ignored.
 * @throws ZodError when it is not a dump
 */
export function restoreStore(store: Store, dump: { tables: unknown; gone?: unknown }): void {
  const rows = dumpSchema.parse(dump.tables);
  const gone = goneSchema.parse(dump.gone);
  clearStore(store);
  for (const [name, table] of Object.entries(store)) {
    for (const row of rows[name] ?? []) (table as unknown as Table<Row>).put(row);
    for (const id of gone[name] ?? []) table.delete(id);
  }
}

export function clearStore(store: Store): void {
  for (const table of Object.values(store)) table.clear();
}

/** How many rows each table holds. */
export function countRows(store: Store): Record<string, number> {
  return Object.fromEntries(Object.entries(store).map(([name, table]) => [name, table.size]));
}

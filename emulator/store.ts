import { z } from 'zod';
import type { EventRow } from './events/rows';
import type { OrganizationRow } from './organizations/rows';
import type { PortalLinkRow, PortalSessionRow } from './portal/rows';
import type { PermissionRow, RoleRow } from './roles/rows';
import { type Row, Table } from './table';
import type { TokenRow } from './tokens/rows';
import type { MembershipRow, UserRow } from './users/rows';

export type Store = ReturnType<typeof createStore>;

/** Everything the environment holds, in memory: one table per resource. `changed` is called after each write. */
export function createStore(changed: () => void = () => {}) {
  return {
    organizations: new Table<OrganizationRow>(['externalId', 'slug'], changed),
    portalLinks: new Table<PortalLinkRow>(['organizationId', 'secretHash'], changed),
    portalSessions: new Table<PortalSessionRow>(['organizationId', 'cookieHash'], changed),
    users: new Table<UserRow>(['email', 'externalId'], changed),
    memberships: new Table<MembershipRow>(['organizationId', 'userId'], changed),
    roles: new Table<RoleRow>(['name', 'organizationId'], changed),
    permissions: new Table<PermissionRow>(['name'], changed),
    events: new Table<EventRow>(['organizationId', 'authRequestId'], changed),
    tokens: new Table<TokenRow>(['organizationId', 'userId', 'valueHash'], changed),
  };
}

// A row of a snapshot is one we wrote; only what the tables need is checked.
const dumpSchema = z.record(z.string(), z.array(z.looseObject({ id: z.string(), createdAt: z.number() })));

/** The rows of every table, as plain JSON. */
export function dumpStore(store: Store): Record<string, readonly Row[]> {
  return Object.fromEntries(Object.entries(store).map(([name, table]) => [name, table.all()]));
}

/**
 * Replaces the content of the store. Tables that the dump lacks end empty, those it has too many are ignored.
 * @throws ZodError when it is not a dump
 */
export function restoreStore(store: Store, dump: unknown): void {
  const rows = dumpSchema.parse(dump);
  clearStore(store);
  for (const [name, table] of Object.entries(store)) {
    for (const row of rows[name] ?? []) (table as unknown as Table<Row>).put(row);
  }
}

export function clearStore(store: Store): void {
  for (const table of Object.values(store)) table.clear();
}

/** How many rows each table holds. */
export function countRows(store: Store): Record<string, number> {
  return Object.fromEntries(Object.entries(store).map(([name, table]) => [name, table.size]));
}

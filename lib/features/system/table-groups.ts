import 'server-only';

/** A table and the column that tells how old a row is, where it has one. */
type KeptTable = { table: string; since?: string };

type TableGroup = { name: string; rule: string; tables: KeptTable[] };

/** What Keydesk's tables are for, and how long their rows stay. A table that is in no group counts as `Other`. */
export const tableGroups: readonly TableGroup[] = [
  {
    name: 'Staff log',
    rule: 'Kept for good: the table refuses updates and deletions.',
    tables: [{ table: 'staff_log', since: 'at' }],
  },
  {
    name: 'Staff',
    rule: 'People stay when they are deactivated. Sessions go seven days after their end.',
    tables: [
      { table: 'staff', since: 'created_at' },
      { table: 'staff_customer' },
      { table: 'staff_session', since: 'created_at' },
    ],
  },
  {
    name: 'Portal links',
    rule: 'Kept until their organization is deleted. Tokens and codes as hashes only.',
    tables: [
      { table: 'portal_link', since: 'created_at' },
      { table: 'portal_link_open', since: 'at' },
      { table: 'portal_link_code', since: 'created_at' },
      { table: 'portal_link_visit', since: 'verified_at' },
    ],
  },
  {
    name: 'Hand-overs',
    rule: 'The ciphertext goes once it is opened, revoked or expired. Who and when stays for RECORDS_DAYS.',
    tables: [{ table: 'hand_over', since: 'created_at' }],
  },
  {
    name: 'Notes and tickets',
    rule: 'Kept until their organization is deleted.',
    tables: [
      { table: 'organization_note', since: 'created_at' },
      { table: 'ticket_link', since: 'created_at' },
      { table: 'customer_page', since: 'switched_on_at' },
      { table: 'kept_certificate', since: 'kept_at' },
      { table: 'domain_move', since: 'moved_at' },
    ],
  },
  {
    name: 'Approvals',
    rule: 'Who asked for what and who decided, for RECORDS_DAYS.',
    tables: [{ table: 'approval', since: 'requested_at' }],
  },
  {
    name: 'Bulk jobs',
    rule: 'Kept with each item’s outcome, for RECORDS_DAYS after their end.',
    tables: [{ table: 'bulk_job', since: 'created_at' }, { table: 'bulk_item' }],
  },
  {
    name: 'Snapshots',
    rule: 'The current version of each thing; an earlier one goes a year after its end. Without secrets.',
    tables: [
      { table: 'organization_snapshot', since: 'taken_at' },
      { table: 'snapshot_part', since: 'listed_at' },
      { table: 'snapshot_expiry' },
      { table: 'snapshot_walk' },
    ],
  },
  {
    name: 'Search index',
    rule: 'Names, addresses and ids, no secrets. What a whole walk does not see any more goes.',
    tables: [{ table: 'search_document', since: 'as_of' }, { table: 'search_walk' }],
  },
  {
    name: 'Recent and pinned customers',
    rule: 'For each person the last twenty customers looked at, and those pinned.',
    tables: [
      { table: 'staff_recent', since: 'visited_at' },
      { table: 'staff_pin', since: 'pinned_at' },
    ],
  },
  {
    name: 'Activity cache, state',
    rule: 'Ids of webhook messages for a week. The rows themselves are on the page “Activity cache”.',
    tables: [
      { table: 'webhook_delivery', since: 'received_at' },
      { table: 'webhook_refusal' },
      { table: 'sync_cursor' },
    ],
  },
  {
    name: 'Environments',
    rule: 'One row for each environment, one for each operation that was tried there, one each for a freeze and for approvals, and one for each hour of the last seven days.',
    tables: [
      { table: 'api_budget' },
      { table: 'api_budget_hour', since: 'hour' },
      { table: 'operation_probe', since: 'probed_at' },
      { table: 'environment_freeze', since: 'started_at' },
      { table: 'approval_switch', since: 'switched_on_at' },
    ],
  },
];

export const otherTables = { name: 'Other', rule: 'Tables that belong to none of these.' };

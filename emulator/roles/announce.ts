import type { Environment } from '../environment';
import { emitEvent } from '../events/emit';
import { roleData } from '../events/payloads';
import type { RoleRow } from './rows';

/** Tells that a role was made, changed or removed. */
export function announceRole(
  environment: Environment,
  type: 'role.created' | 'role.updated' | 'role.deleted',
  row: RoleRow,
): void {
  emitEvent(environment, { type, organizationId: row.organizationId, data: roleData(row) });
}

import type { Environment } from '../environment';
import { emitEvent } from '../events/emit';
import type { EventType } from '../events/rows';
import { connectionData } from './messages';
import type { ConnectionRow } from './rows';

type ConnectionEvent = Extract<EventType, `organization.sso_${string}`>;

/** Tells what became of an organization's connection; the environment's own have no events. `at` is now unless said. */
export function announceConnection(
  environment: Environment,
  type: ConnectionEvent,
  row: ConnectionRow,
  at?: number,
): void {
  const { organizationId } = row;
  if (organizationId) emitEvent(environment, { type, organizationId, data: connectionData(row), at });
}

import type { Environment } from '../environment';
import { emitEvent } from '../events/emit';
import type { EventType } from '../events/rows';
import { domainData } from './messages';
import type { DomainRow } from './rows';

type DomainEvent = Extract<EventType, `organization.domain_${string}`>;

/** Tells that a domain was added, removed, verified or given up. `at` is now unless said. */
export function announceDomain(
  environment: Environment,
  type: DomainEvent,
  row: DomainRow,
  at?: number,
): void {
  const { organizationId } = row;
  emitEvent(environment, { type, organizationId, data: domainData(environment, row), at });
}

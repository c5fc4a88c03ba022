import type { Environment } from '../environment';
import { emitEvent } from '../events/emit';
import { memberData } from '../events/payloads';
import type { EventType } from '../events/rows';
import type { OrganizationRow } from '../organizations/rows';
import type { UserRow } from './rows';

type MembershipEvent = Extract<EventType, `user.organization_${string}`>;

/** Tells that someone was invited to an organization, joined it, changed there or left. */
export function announceMember(
  environment: Environment,
  type: MembershipEvent,
  organization: OrganizationRow | undefined,
  user: UserRow | undefined,
): void {
  if (!organization || !user) return;
  emitEvent(environment, { type, organizationId: organization.id, data: memberData(organization, user) });
}

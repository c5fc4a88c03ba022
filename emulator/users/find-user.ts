import type { usersPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument, notFound } from '../errors';
import { requireOrganization } from '../organizations/find-organization';
import { type MembershipRow, membershipId, type UserRow } from './rows';

type Identities = usersPb.GetUserRequest['identities'];

/** @throws ConnectError not found */
export function requireUser({ store }: Environment, id: string): UserRow {
  const row = store.users.get(id);
  if (!row) throw notFound(`user ${id}`);
  return row;
}

/** @throws ConnectError not found; invalid argument when neither id is given */
export function requireIdentifiedUser(environment: Environment, identities: Identities): UserRow {
  if (identities.case === 'id') return requireUser(environment, identities.value);
  if (identities.case !== 'externalId') throw invalidArgument('Id is required');
  const [row] = environment.store.users.findBy('externalId', identities.value);
  if (!row) throw notFound(`user with external id ${identities.value}`);
  return row;
}

/** @throws ConnectError not found when the organization, the user or the membership is */
export function requireMembership(
  environment: Environment,
  organizationId: string,
  user: UserRow,
): MembershipRow {
  requireOrganization(environment, organizationId);
  const row = environment.store.memberships.get(membershipId(organizationId, user.id));
  if (!row) throw notFound(`membership of ${user.id} in ${organizationId}`);
  return row;
}

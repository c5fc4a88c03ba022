import { deleteMachineClient } from '../clients/machine-client';
import { removeAccount } from '../connected-accounts/write-account';
import { removeConnection } from '../connections/delete-connection';
import { removeDirectory } from '../directories/delete-directory';
import type { Environment } from '../environment';
import { emitEvent } from '../events/emit';
import { eventTime, organizationData } from '../events/payloads';
import { removeMembership, removeUser } from '../users/remove';
import type { OrganizationRow } from './rows';

/** Removes an organization with all it has, and the users who belong to no other. */
export function deleteOrganization(environment: Environment, organization: OrganizationRow): void {
  const { clock, store } = environment;
  for (const membership of store.memberships.findBy('organizationId', organization.id)) {
    removeMembership(environment, membership);
    const user = store.users.get(membership.userId);
    if (user && store.memberships.findBy('userId', user.id).length === 0) removeUser(environment, user);
  }
  for (const { id } of store.tokens.findBy('organizationId', organization.id)) store.tokens.delete(id);
  for (const { id } of store.portalLinks.findBy('organizationId', organization.id)) {
    store.portalLinks.delete(id);
  }
  for (const { id } of store.portalSessions.findBy('organizationId', organization.id)) {
    store.portalSessions.delete(id);
  }
  for (const client of store.machineClients.findBy('organizationId', organization.id)) {
    deleteMachineClient(environment, client);
  }
  for (const { id } of store.roles.findBy('organizationId', organization.id)) store.roles.delete(id);
  for (const { id } of store.directories.findBy('organizationId', organization.id))
    removeDirectory(store, id);
  for (const { id } of store.domains.findBy('organizationId', organization.id)) store.domains.delete(id);
  for (const { id } of store.connectedAccounts.findBy('organizationId', organization.id)) {
    removeAccount(store, id);
  }
  for (const connection of store.connections.findBy('organizationId', organization.id)) {
    removeConnection(store, connection.id);
  }
  store.organizations.delete(organization.id);
  emitEvent(environment, {
    type: 'organization.deleted',
    organizationId: organization.id,
    data: { ...organizationData(organization), deleted_at: eventTime(clock.now()) },
  });
}

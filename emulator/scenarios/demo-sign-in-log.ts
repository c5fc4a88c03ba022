import type { ClientRow } from '../clients/rows';
import type { ConnectionRow } from '../connections/rows';
import type { OrganizationRow } from '../organizations/rows';
import type { UserRow } from '../users/rows';
import type { DemoContext } from './demo';

type SignIn = {
  organization: OrganizationRow;
  application: ClientRow;
  connection?: ConnectionRow;
  user: UserRow;
  at: number;
};

/** The login log's record of a sign-in that went well. @returns its auth request's id */
export function logDemoSignIn(
  { environment, newId, random }: DemoContext,
  { organization, application, connection, user, at }: SignIn,
): string {
  const id = newId('areq');
  environment.store.authLogs.put({
    id,
    createdAt: at - 2000 - random.below(20_000),
    status: 'SUCCESS',
    email: user.email,
    organizationId: organization.id,
    connections: connection
      ? [
          {
            connectionId: connection.id,
            organizationId: connection.organizationId ?? '',
            connectionType: connection.type,
            connectionProvider: connection.provider,
          },
        ]
      : [],
    workflow: connection?.organizationId ? 'sso' : 'passwordless',
    clientId: application.id,
    clientName: application.name,
    clientType: application.clientType,
  });
  return id;
}

import { paths } from './paths';

/** The page of what a row of the staff log is about, by its target's type; null for what has none. */
export function pageOfObject(
  environment: string,
  organizationId: string | null,
  type: string,
  id: string,
): string | null {
  const ofOrganization: Record<string, (environment: string, organization: string, id: string) => string> = {
    connection: paths.connection,
    directory: paths.directory,
    api_client: paths.apiClient,
    organization_role: paths.organizationRole,
  };
  const ofEnvironment: Record<string, (environment: string, id: string) => string> = {
    organization: paths.organization,
    user: paths.user,
    role: paths.role,
    permission: paths.permission,
    client: paths.client,
    connected_account: paths.connectedAccount,
    provider: paths.provider,
    app_connection: paths.appConnection,
  };
  if (organizationId && ofOrganization[type]) return ofOrganization[type](environment, organizationId, id);
  return ofEnvironment[type]?.(environment, id) ?? null;
}

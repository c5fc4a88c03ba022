import type { ActivityLine } from '@/lib/activity/line';
import { paths } from '@/lib/paths';

export type ObjectLink = { term: string; id: string; href: string | null };

/** The objects that a row names, each with its page where it has one. */
export function objectLinks(environment: string, line: ActivityLine): ObjectLink[] {
  const { organizationId, userId, connectionId, targetId, targetType } = line;
  const links: ObjectLink[] = [];
  if (organizationId)
    links.push({
      term: 'Organization',
      id: organizationId,
      href: paths.organization(environment, organizationId),
    });
  if (userId) links.push({ term: 'User', id: userId, href: paths.user(environment, userId) });
  if (connectionId) {
    const href = organizationId ? paths.connection(environment, organizationId, connectionId) : null;
    links.push({ term: 'Connection', id: connectionId, href });
  }
  if (targetId && !links.some(({ id }) => id === targetId)) {
    const term = (targetType ?? 'target').replaceAll('_', ' ');
    const href = pageOf(environment, organizationId, targetType ?? '', targetId);
    links.push({ term: `${term.charAt(0).toUpperCase()}${term.slice(1)}`, id: targetId, href });
  }
  return links;
}

function pageOf(environment: string, organizationId: string | null, type: string, id: string): string | null {
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

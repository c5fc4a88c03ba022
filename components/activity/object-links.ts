import type { ActivityLine } from '@/lib/activity/line';
import { pageOfObject } from '@/lib/page-of-object';
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
    const href = pageOfObject(environment, organizationId, targetType ?? '', targetId);
    links.push({ term: `${term.charAt(0).toUpperCase()}${term.slice(1)}`, id: targetId, href });
  }
  return links;
}

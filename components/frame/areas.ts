import type { Permission } from '@/lib/auth/permissions';
import { paths } from '@/lib/paths';

export type AreaKey = 'customers' | 'people' | 'connections' | 'activity' | 'toolbox';

export type Area = {
  key: AreaKey;
  label: string;
  /** The area's first page. */
  href: (environment: string) => string;
  /** The path segment that all of the area's pages start with. */
  segment: string;
  /** The letter after `g`. */
  letter: string;
  /** What a person needs to see anything there. */
  permission: Permission;
};

/** The areas of the console, in the order of work. An area enters when its pages work: nothing here leads nowhere. */
export const areas: readonly Area[] = [
  {
    key: 'customers',
    label: 'Customers',
    href: paths.organizations,
    segment: 'organizations',
    letter: 'c',
    permission: 'organization.read',
  },
  {
    key: 'people',
    label: 'People',
    href: paths.users,
    segment: 'users',
    letter: 'p',
    permission: 'user.read',
  },
  {
    key: 'connections',
    label: 'Connections',
    href: paths.allConnections,
    segment: 'connections',
    letter: 'n',
    permission: 'connection.read',
  },
  {
    key: 'activity',
    label: 'Activity',
    href: paths.staffLog,
    segment: 'activity',
    letter: 'a',
    permission: 'staff_log.read',
  },
  {
    key: 'toolbox',
    label: 'Toolbox',
    href: paths.tokenInspector,
    segment: 'toolbox',
    letter: 't',
    permission: 'token.inspect',
  },
];

/** An area as the browser needs it: plain data of one environment. */
export type AreaLink = Pick<Area, 'key' | 'label' | 'segment' | 'letter'> & { href: string };

/** The links of the given areas in one environment. */
export function areaLinks(visible: readonly Area[], environment: string): AreaLink[] {
  return visible.map(({ key, label, segment, letter, href }) => ({
    key,
    label,
    segment,
    letter,
    href: href(environment),
  }));
}

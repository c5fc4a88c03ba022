import type { Permission } from '@/lib/auth/permissions';
import { paths } from '@/lib/paths';

export type AreaKey =
  | 'desk'
  | 'expiry'
  | 'customers'
  | 'people'
  | 'access'
  | 'connections'
  | 'agents'
  | 'jobs'
  | 'activity'
  | 'doctor'
  | 'toolbox'
  | 'admin';

export type Area = {
  key: AreaKey;
  label: string;
  /** The area's first page. */
  href: (environment: string) => string;
  /** The path segment that all of the area's pages start with. */
  segment: string;
  /** Further segments whose pages belong to the area. */
  otherSegments?: readonly string[];
  /** The letter after `g`. */
  letter: string;
  /** What a person needs to see anything there. */
  permission: Permission;
  /** Nothing there for people limited to some customers. */
  isForAllCustomers?: boolean;
};

/** The areas of the console, in the order of work. An area enters when its pages work: nothing here leads nowhere. */
export const areas: readonly Area[] = [
  {
    key: 'desk',
    label: 'Desk',
    href: paths.desk,
    // The home page itself: no segment.
    segment: '',
    otherSegments: ['approvals'],
    letter: 'h',
    permission: 'search.read',
  },
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
    key: 'access',
    label: 'Access',
    href: paths.roles,
    segment: 'roles',
    otherSegments: ['permissions', 'clients', 'resources'],
    letter: 'r',
    permission: 'role.read',
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
    key: 'agents',
    label: 'Agents',
    href: paths.appConnections,
    // Its pages stand in a route group: the addresses keep the API's nouns.
    segment: '(agents)',
    letter: 't',
    permission: 'app_connection.read',
  },
  {
    key: 'expiry',
    label: 'Expiry',
    href: paths.expiry,
    segment: 'expiry',
    letter: 'e',
    permission: 'expiry.read',
  },
  {
    key: 'jobs',
    label: 'Jobs',
    href: paths.jobs,
    segment: 'jobs',
    letter: 'b',
    permission: 'job.read',
  },
  {
    key: 'activity',
    label: 'Activity',
    href: paths.activity,
    segment: 'activity',
    letter: 'a',
    permission: 'activity.read',
  },
  {
    key: 'doctor',
    label: 'Doctor',
    href: paths.doctor,
    segment: 'doctor',
    letter: 'd',
    permission: 'doctor.read',
  },
  {
    key: 'toolbox',
    label: 'Toolbox',
    href: paths.tokenInspector,
    segment: 'toolbox',
    letter: 'o',
    permission: 'token.inspect',
  },
  {
    key: 'admin',
    label: 'Admin',
    href: paths.adminStaff,
    segment: 'admin',
    letter: 'm',
    permission: 'staff.read',
    isForAllCustomers: true,
  },
];

/** An area as the browser needs it: plain data of one environment. */
export type AreaLink = Pick<Area, 'key' | 'label' | 'segment' | 'otherSegments' | 'letter'> & {
  href: string;
};

/** The links of the given areas in one environment. */
export function areaLinks(visible: readonly Area[], environment: string): AreaLink[] {
  return visible.map(({ key, label, segment, otherSegments, letter, href }) => ({
    key,
    label,
    segment,
    otherSegments,
    letter,
    href: href(environment),
  }));
}

/** True when pages of this path segment belong to the area. */
export function isWithin(area: AreaLink, segment: string | null): boolean {
  const here = segment ?? '';
  return here === area.segment || (area.otherSegments?.includes(here) ?? false);
}

import {
  type BlastKind,
  type BlastRadius,
  blastKinds,
  type Count,
} from '@/lib/features/organizations/schema';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';

type Words = {
  /** What the list is called. */
  noun: string;
  /** Follows the noun: "Members who lose access: 4." */
  fate?: string;
  /** What stops, in a sentence of its own. */
  stops?: string;
  /** Where the list is; absent where the console has none. */
  list?: (environment: string, organizationId: string) => string;
};

/** What becomes of each kind. Only what Scalekit documents is stated as certain. */
export const blastWords: Record<BlastKind, Words> = {
  members: { noun: 'Members', fate: 'who lose access', list: paths.members },
  connections: {
    noun: 'SSO connections',
    stops: 'Nobody can sign in through them any more.',
    list: paths.connections,
  },
  directories: {
    noun: 'Directories',
    stops: 'Nobody is provisioned or deprovisioned by them any more.',
    list: paths.directories,
  },
  domains: { noun: 'Domains', stops: 'No sign-in is led here by them any more.', list: paths.domains },
  roles: { noun: 'Roles of its own', list: paths.organizationRoles },
  apiKeys: { noun: 'API keys', fate: 'that are active', list: paths.apiKeys },
  apiClients: { noun: 'API clients', list: paths.apiClients },
  connectedAccounts: { noun: 'Connected accounts' },
  portalLinks: {
    noun: 'Portal links',
    fate: 'that are open',
    stops: 'They lead to an error page.',
    list: paths.portalLinks,
  },
};

/** `4`, `at least 100`, `3, of them 2 enabled` */
export function describeCount({ count, orMore, enabled }: Count): string {
  const number = orMore ? `at least ${formatCount(count)}` : formatCount(count);
  return enabled === undefined ? number : `${number}, of them ${formatCount(enabled)} enabled`;
}

/** The kinds by what is known of them, so that a long row of noughts takes one line. */
export function sortBlast(radius: BlastRadius): {
  some: [BlastKind, Count][];
  none: string[];
  unknown: string[];
} {
  const some: [BlastKind, Count][] = [];
  const none: string[] = [];
  const unknown: string[] = [];
  for (const kind of blastKinds) {
    const count = radius[kind];
    const noun = blastWords[kind].noun;
    if (count === null) unknown.push(lowerFirst(noun));
    else if (count.count === 0) none.push(lowerFirst(noun));
    else some.push([kind, count]);
  }
  return { some, none, unknown };
}

/** `Members` to `members`; an abbreviation such as `API keys` stays. */
function lowerFirst(noun: string): string {
  return /^[A-Z]{2}/.test(noun) ? noun : noun.charAt(0).toLowerCase() + noun.slice(1);
}

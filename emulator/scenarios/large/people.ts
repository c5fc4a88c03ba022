import type { Base } from '../../base';
import { featureNames, type OrganizationRow } from '../../organizations/rows';
import { newProfile } from '../../users/profile';
import { type MembershipRow, membershipId, type UserRow } from '../../users/rows';
import { familyNames, givenNames } from '../demo-words.data';
import { firstWords, lastWords, secondWords } from './large-words.data';
import { chosen, mixed, numberedIds } from './numbers';

export const organizationCount = 10_000;
export const userCount = 100_000;
/** The first customer is the big one; the others share the rest. */
export const bigCustomerSize = 10_000;
const perCustomer = 9;
const firstDayMs = 800 * 86_400_000;
/** The time from one customer to the next. */
const spacingMs = firstDayMs / organizationCount;

const organizationIds = numberedIds('org', 1, organizationCount);
const userIds = numberedIds('usr', 2, userCount);
const profileIds = numberedIds('usp', 3, userCount);

export const organizationId = organizationIds.at;
export const organizationIndex = organizationIds.indexOf;

/** The label of a customer's domain, and its slug. */
export function labelOf(index: number): string {
  return nameOf(index).toLowerCase().replaceAll(' ', '-');
}

function nameOf(index: number): string {
  const first = firstWords[index % firstWords.length];
  const second = secondWords[Math.floor(index / firstWords.length) % secondWords.length];
  return `${first} ${second} ${lastWords[Math.floor(index / (firstWords.length * secondWords.length))]}`;
}

export function organizationBornAt(index: number, now: number): number {
  return Math.round(now - firstDayMs + index * spacingMs);
}

/** @param now milliseconds since the epoch: the end of the past that is made up */
export function organizationBase(now: number): Base<OrganizationRow> {
  const bySlug = once(
    () => new Map(Array.from({ length: organizationCount }, (_, index) => [labelOf(index), index])),
  );
  return {
    size: organizationCount,
    indexOf: organizationIds.indexOf,
    at(index) {
      const createdAt = organizationBornAt(index, now);
      return {
        id: organizationIds.at(index),
        createdAt,
        updatedAt: createdAt + mixed(index, 1, 20) * 3_600_000,
        displayName: nameOf(index),
        region: mixed(index, 2, 3) === 0 ? 'EU' : 'US',
        externalId: `cus_${100_000 + index}`,
        slug: labelOf(index),
        metadata: { plan: chosen(['starter', 'business', 'enterprise'], index, 3) },
        features: {
          ...(Object.fromEntries(featureNames.map((name) => [name, false])) as OrganizationRow['features']),
          sso: hasConnection(index),
          dir_sync: index % 12 === 0,
        },
      };
    },
    find: {
      externalId: (value) => indexAfter(value, 'cus_', 100_000, organizationCount),
      slug: (value) => listOf(bySlug().get(value ?? '')),
    },
  };
}

/** Two of three customers sign in through a connection of their own. */
export function hasConnection(organization: number): boolean {
  return organization % 3 !== 2;
}

/** The customer that a user belongs to. */
export function employerOf(user: number): number {
  if (user < bigCustomerSize) return 0;
  return Math.min(organizationCount - 1, 1 + Math.floor((user - bigCustomerSize) / perCustomer));
}

/** The users of a customer: the first, and how many. */
export function staffOf(organization: number): { from: number; count: number } {
  if (organization === 0) return { from: 0, count: bigCustomerSize };
  const from = bigCustomerSize + (organization - 1) * perCustomer;
  return { from, count: organization === organizationCount - 1 ? userCount - from : perCustomer };
}

export function emailOf(user: number): string {
  const words = `${chosen(givenNames, user, 4)}.${chosen(familyNames, user, 5)}`.toLowerCase();
  return `${words}.${user}@${labelOf(employerOf(user))}.example`;
}

function userBornAt(user: number, now: number): number {
  const employer = employerOf(user);
  const { from, count } = staffOf(employer);
  return Math.round(organizationBornAt(employer, now) + (spacingMs * 0.9 * (user - from + 1)) / count);
}

export function userBase(now: number): Base<UserRow> {
  return {
    size: userCount,
    indexOf: userIds.indexOf,
    at(index) {
      const createdAt = userBornAt(index, now);
      const givenName = chosen(givenNames, index, 4);
      const familyName = chosen(familyNames, index, 5);
      const profile = newProfile(profileIds.at(index), undefined);
      return {
        id: userIds.at(index),
        createdAt,
        updatedAt: createdAt,
        email: emailOf(index),
        externalId: `person-${index}`,
        metadata: {},
        profile: { ...profile, givenName, familyName, name: `${givenName} ${familyName}` },
        emailVerified: true,
        lastLoginAt: now - mixed(index, 6, 90 * 24) * 3_600_000,
      };
    },
    find: {
      email: (value) => listOf(userWithEmail(value)),
      externalId: (value) => indexAfter(value, 'person-', 0, userCount),
    },
  };
}

/** The user whose address it is, by the number in it. */
export function userWithEmail(email: string): number | undefined {
  const index = Number(/\.(\d+)@/.exec(email)?.[1]);
  return index < userCount && emailOf(index) === email ? index : undefined;
}

export const userId = userIds.at;

export function membershipBase(now: number): Base<MembershipRow> {
  return {
    size: userCount,
    indexOf(id) {
      const [organization = '', user = ''] = id.split(':');
      const index = userIds.indexOf(user);
      return index !== undefined && organizationIds.at(employerOf(index)) === organization
        ? index
        : undefined;
    },
    at(index) {
      const employer = employerOf(index);
      const createdAt = userBornAt(index, now);
      return {
        id: membershipId(organizationIds.at(employer), userIds.at(index)),
        createdAt,
        organizationId: organizationIds.at(employer),
        userId: userIds.at(index),
        status: 'active',
        roles: [index === staffOf(employer).from ? 'admin' : 'member'],
        metadata: {},
        joinedAt: createdAt,
        resentCount: 0,
        provisioningMethod: 'direct_provision',
      };
    },
    find: {
      organizationId(value) {
        const organization = organizationIds.indexOf(value);
        if (organization === undefined) return [];
        const { from, count } = staffOf(organization);
        return Array.from({ length: count }, (_, index) => from + index);
      },
      userId: (value) => listOf(userIds.indexOf(value)),
    },
  };
}

function indexAfter(text: string | undefined, prefix: string, offset: number, size: number): number[] {
  if (!text?.startsWith(prefix)) return [];
  const index = Number(text.slice(prefix.length)) - offset;
  return Number.isInteger(index) && index >= 0 && index < size ? [index] : [];
}

export function listOf(index: number | undefined): number[] {
  return index === undefined ? [] : [index];
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

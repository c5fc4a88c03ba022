import type {
  ComparedDirectory,
  ComparedDirectoryUser,
  ComparedMember,
} from '@/lib/features/people-comparison/schema';
import { formatList } from '@/lib/format';
import { joinPeople, type Person, plainAddress } from './join-people';

export const findingKinds = ['duplicate', 'orphan', 'missing', 'left', 'differs'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Something about a person that does not fit, in words. */
export type Finding = { kind: FindingKind; detail: string };

export type ClassifiedPerson = Person & { key: string; findings: Finding[] };

export type Comparison = {
  members: ComparedMember[];
  directoryUsers: ComparedDirectoryUser[];
  directories: ComparedDirectory[];
  /** Verified organization domains in lower case; null where they could not be read. */
  verifiedDomains: string[] | null;
  /** False when there are more members than were read: then nobody is called missing. */
  membersWhole: boolean;
  /** False when there are more directory users than were read: then nobody is called an orphan. */
  directoriesWhole: boolean;
};

/**
 * Everybody, with what does not fit: two records of one person, members whom an authoritative directory does not know,
 * directory users who are no members, members who have left by the directory, addresses that differ.
 */
export function classifyPeople(comparison: Comparison): ClassifiedPerson[] {
  return joinPeople(comparison.members, comparison.directoryUsers).map((person) => ({
    ...person,
    key: person.members[0]?.userId ?? person.directoryUsers[0]?.id ?? '',
    findings: [
      ...findDuplicates(person, comparison),
      ...findOrphan(person, comparison),
      ...findMissing(person, comparison),
      ...findLeft(person),
      ...findDifference(person),
    ],
  }));
}

/** How many people each kind of finding is about. */
export function countFindings(people: ClassifiedPerson[]): Record<FindingKind, number> {
  const count = (kind: FindingKind) =>
    people.filter(({ findings }) => findings.some((one) => one.kind === kind)).length;
  return {
    duplicate: count('duplicate'),
    orphan: count('orphan'),
    missing: count('missing'),
    left: count('left'),
    differs: count('differs'),
  };
}

function findDuplicates({ members, directoryUsers }: Person, { directories }: Comparison): Finding[] {
  const findings: Finding[] = [];
  const [first, ...others] = members;
  if (first && others.length > 0) {
    const reasons = [...new Set(others.map((other) => reasonOf(first, other)))];
    findings.push({
      kind: 'duplicate',
      detail: `${members.length} members seem to be one person: ${formatList(reasons)}.`,
    });
  }
  for (const { id, name } of directories) {
    const inside = directoryUsers.filter(({ directoryId }) => directoryId === id).length;
    if (inside > 1) findings.push({ kind: 'duplicate', detail: `${inside} records in ${name}.` });
  }
  const places = new Set(directoryUsers.map(({ directoryId }) => directoryId));
  if (places.size > 1) {
    const names = directories.filter(({ id }) => places.has(id)).map(({ name }) => name);
    findings.push({ kind: 'duplicate', detail: `Pushed by ${formatList(names)}: the last push wins.` });
  }
  return findings;
}

function reasonOf(one: ComparedMember, other: ComparedMember): string {
  if (one.email.toLowerCase() === other.email.toLowerCase()) return 'the same address but for its case';
  if (plainAddress(one.email) === plainAddress(other.email)) return 'an alias of the same address';
  if (one.externalId && one.externalId === other.externalId) return 'the same external id';
  const subjects = new Set(one.identities.map(({ subject }) => subject));
  if (other.identities.some(({ subject }) => subjects.has(subject)))
    return 'the same identity at the identity provider';
  return 'both go with the same record of the directory or the same id';
}

function findOrphan({ members, directoryUsers }: Person, comparison: Comparison): Finding[] {
  const enabled = comparison.directories.filter((one) => one.enabled);
  if (directoryUsers.length > 0 || enabled.length === 0 || !comparison.directoriesWhole) return [];
  const orphan = members.find(({ status, email }) => status !== 'invited' && isCovered(email, comparison));
  if (!orphan) return [];
  const came =
    orphan.provisioningMethod === 'jit_using_sso'
      ? 'Came in by a first sign-in; '
      : orphan.provisioningMethod
        ? `Came in by ${orphan.provisioningMethod.replaceAll('_', ' ')}; `
        : '';
  return [
    {
      kind: 'orphan',
      detail: `${came}${formatList(enabled.map(({ name }) => name))} does not know them, although their domain is verified: no push will ever take them out.`,
    },
  ];
}

function findMissing({ members, directoryUsers }: Person, comparison: Comparison): Finding[] {
  const active = directoryUsers.find(({ isActive }) => isActive !== false);
  if (!active || members.length > 0 || !comparison.membersWhole) return [];
  const directory = comparison.directories.find(({ id }) => id === active.directoryId);
  if (directory && !directory.enabled)
    return [{ kind: 'missing', detail: `${directory.name} is disabled: nobody becomes a member by it.` }];
  const address = active.email || active.userName;
  if (comparison.verifiedDomains !== null && !isCovered(address, comparison))
    return [
      {
        kind: 'missing',
        detail: `${domainOf(address) || 'The address'} is no verified domain of the organization: they stay in the directory and become no member.`,
      },
    ];
  return [
    { kind: 'missing', detail: 'In the directory and no member. A push of the person brings them in.' },
  ];
}

function findLeft({ members, directoryUsers }: Person): Finding[] {
  const left = directoryUsers.length > 0 && directoryUsers.every(({ isActive }) => isActive === false);
  if (!left || !members.some(({ status }) => status === 'active')) return [];
  return [{ kind: 'left', detail: 'Inactive in the directory, and still an active member.' }];
}

function findDifference({ members, directoryUsers }: Person): Finding[] {
  const [member] = members;
  const [user] = directoryUsers;
  if (members.length !== 1 || directoryUsers.length !== 1 || !member || !user) return [];
  const known = [user.email, ...user.otherEmails, user.userName].map((one) => one.toLowerCase());
  if (known.includes(member.email.toLowerCase())) return [];
  return [
    {
      kind: 'differs',
      detail: 'The addresses differ: the next sign-in by the other one makes a second member.',
    },
  ];
}

const domainOf = (address: string) => address.toLowerCase().split('@').at(1) ?? '';

function isCovered(address: string, { verifiedDomains }: Comparison): boolean {
  return verifiedDomains?.includes(domainOf(address)) ?? false;
}

import type { ComparedDirectoryUser, ComparedMember } from '@/lib/features/people-comparison/schema';

/** What seems to be one person: everything that is joined by an address or an id. */
export type Person = { members: ComparedMember[]; directoryUsers: ComparedDirectoryUser[] };

/** Ids shorter than this are counters that any system gives: they join nobody. */
const shortestId = 3;

/**
 * Puts members and directory users together who share an address, an alias of one, or an id: the external id, the id
 * in the directory, the id at the identity provider. People come in the order of their first member or directory user.
 */
export function joinPeople(members: ComparedMember[], directoryUsers: ComparedDirectoryUser[]): Person[] {
  const people = new Map<number, Person>();
  const groups = new Groups();
  const entries = [
    ...members.map((member) => ({ keys: keysOfMember(member), member, user: null })),
    ...directoryUsers.map((user) => ({ keys: keysOfDirectoryUser(user), member: null, user })),
  ];
  for (const [index, { keys }] of entries.entries()) groups.add(index, keys);
  for (const [index, { member, user }] of entries.entries()) {
    const root = groups.rootOf(index);
    const person = people.get(root) ?? { members: [], directoryUsers: [] };
    if (member) person.members.push(member);
    if (user) person.directoryUsers.push(user);
    people.set(root, person);
  }
  return [...people.values()];
}

/** An address as mail systems read it: no case, no `+tag`; Gmail's dots mean nothing. */
export function plainAddress(address: string): string {
  const text = address.trim().toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 1) return text;
  const domain = text.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com');
  const name = text.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return `${domain === 'gmail.com' ? name.replaceAll('.', '') : name}@${domain}`;
}

function keysOfMember({ email, externalId, identities }: ComparedMember): string[] {
  return [addressKey(email), ...idKeys(externalId), ...identities.flatMap(({ subject }) => idKeys(subject))];
}

function keysOfDirectoryUser({ email, otherEmails, userName, externalId }: ComparedDirectoryUser): string[] {
  const addresses = [email, ...otherEmails, userName].filter((one) => one.includes('@'));
  return [...addresses.map(addressKey), ...idKeys(externalId)];
}

const addressKey = (address: string) => `address:${plainAddress(address)}`;

// An id at an identity provider is often an address: a SAML NameID.
function idKeys(id: string | null): string[] {
  if (!id || id.length < shortestId) return [];
  return id.includes('@') ? [addressKey(id)] : [`id:${id}`];
}

/** Disjoint sets: whoever shares a key is in one group. */
class Groups {
  readonly #parents: number[] = [];
  readonly #holders = new Map<string, number>();

  add(index: number, keys: string[]): void {
    this.#parents[index] = index;
    for (const key of keys) {
      const holder = this.#holders.get(key);
      if (holder === undefined) this.#holders.set(key, index);
      else this.#join(holder, index);
    }
  }

  rootOf(index: number): number {
    let root = index;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    this.#parents[index] = root;
    return root;
  }

  // The earlier one stays the root, so that the order of people is that of the lists.
  #join(one: number, other: number): void {
    const [low, high] = [this.rootOf(one), this.rootOf(other)].toSorted((a, b) => a - b);
    if (low !== undefined && high !== undefined) this.#parents[high] = low;
  }
}

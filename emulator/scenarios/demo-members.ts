import type { OrganizationRow } from '../organizations/rows';
import { invitationMs } from '../users/join';
import { newProfile } from '../users/profile';
import { type MembershipRow, membershipId, type UserRow } from '../users/rows';
import type { DemoContext } from './demo';
import type { Company } from './demo-companies.data';
import { consultants, familyNames, givenNames } from './demo-words.data';

const dayMs = 86_400_000;

type Named = { givenName: string; familyName: string; label: string };

/** A customer's people: an admin first, then members, some only invited. Returns the active ones. */
export function seedMembers(
  context: DemoContext,
  organization: OrganizationRow,
  company: Company,
): UserRow[] {
  const { environment, random } = context;
  const active: UserRow[] = [];
  for (let index = 0; index < company.members; index += 1) {
    const named = {
      givenName: random.pick(givenNames),
      familyName: random.pick(familyNames),
      label: company.label,
    };
    const user = seedUser(context, named, Math.max(1, company.age - index * random.below(40)));
    if (!user) continue;
    const membership = seedMembership(context, organization, user, index);
    environment.store.memberships.put(membership);
    if (membership.status === 'active') active.push(user);
    // Who has not answered an invitation has never signed in.
    else environment.store.users.put({ ...user, lastLoginAt: undefined });
  }
  return active;
}

/** People of outside firms who work for several customers. */
export function seedConsultants(context: DemoContext, organizations: OrganizationRow[]): void {
  const { environment, random } = context;
  for (const named of consultants) {
    const user = seedUser(context, named, 300);
    if (!user) continue;
    for (let count = 0; count < 4; count += 1) {
      const organization = random.pick(organizations);
      const row = seedMembership(context, organization, user, 0);
      environment.store.memberships.put({ ...row, roles: ['auditor'] });
    }
  }
}

// Undefined when the e-mail is taken: two people of one name are one too many for a demo.
function seedUser(context: DemoContext, named: Named, age: number): UserRow | undefined {
  const { environment, newId, random, daysAgo } = context;
  const email = `${named.givenName}.${named.familyName}@${named.label}.example`.toLowerCase();
  if (environment.store.users.findBy('email', email).length > 0) return undefined;
  const createdAt = daysAgo(age);
  const profile = newProfile(newId('usp'), undefined);
  const { givenName, familyName } = named;
  return environment.store.users.put({
    id: newId('usr'),
    createdAt,
    updatedAt: createdAt,
    email,
    externalId: random.chance(0.7) ? `u_${random.text(8).toLowerCase()}` : undefined,
    metadata: {},
    profile: { ...profile, givenName, familyName, name: `${givenName} ${familyName}`, locale: 'en-US' },
    lastLoginAt: random.chance(0.8) ? daysAgo(random.below(Math.min(age, 45))) : undefined,
  });
}

function seedMembership(
  { environment, random }: DemoContext,
  organization: OrganizationRow,
  user: UserRow,
  index: number,
): MembershipRow {
  const now = environment.clock.now();
  const common = {
    id: membershipId(organization.id, user.id),
    organizationId: organization.id,
    userId: user.id,
    roles: [index === 0 ? 'admin' : random.pick(['member', 'member', 'analyst', 'billing_manager'])],
    metadata: {},
    resentCount: 0,
  };
  const joinedAt = Math.max(user.createdAt, organization.createdAt);
  // The first person is always in; of the others some have not answered yet, or never did.
  if (index === 0 || random.chance(0.78)) {
    const provisioningMethod = index === 0 ? 'org_creator' : 'invitation';
    return { ...common, createdAt: joinedAt, joinedAt, status: 'active', provisioningMethod };
  }
  const pending = random.chance(0.6);
  const createdAt = now - (pending ? 1 + random.below(12) : 20 + random.below(60)) * dayMs;
  return {
    ...common,
    createdAt,
    status: 'invited',
    expiresAt: createdAt + invitationMs,
    provisioningMethod: 'invitation',
  };
}

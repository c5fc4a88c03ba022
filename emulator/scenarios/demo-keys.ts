import { hashSecret } from '../hash-secret';
import type { OrganizationRow } from '../organizations/rows';
import type { UserRow } from '../users/rows';
import type { DemoContext } from './demo';
import type { Company } from './demo-companies.data';
import { keyDescriptions } from './demo-words.data';

const dayMs = 86_400_000;
const counts = { starter: 1, business: 3, enterprise: 6 };

/** A customer's API keys with their history: in use, about to expire, expired, revoked. Nobody has their values. */
export function seedKeys(
  context: DemoContext,
  organization: OrganizationRow,
  company: Company,
  members: UserRow[],
): void {
  const { random } = context;
  const count = random.below(counts[company.plan] + 1);
  for (let index = 0; index < count; index += 1) {
    const user = members.length > 0 && random.chance(0.35) ? random.pick(members) : undefined;
    seedKey(context, organization, company, user);
  }
}

function seedKey(
  { environment, newId, random, daysAgo }: DemoContext,
  organization: OrganizationRow,
  company: Company,
  user: UserRow | undefined,
): void {
  const now = environment.clock.now();
  const createdAt = daysAgo(1 + random.below(company.age));
  const value = random.text(48);
  const fate = random.pick(['lives', 'lives', 'lives', 'expires', 'expired', 'revoked'] as const);
  const expiresAt = {
    lives: undefined,
    revoked: undefined,
    expires: now + (1 + random.below(60)) * dayMs,
    expired: createdAt + (now - createdAt) / 2,
  }[fate];
  environment.store.tokens.put({
    id: newId('apit'),
    createdAt,
    organizationId: organization.id,
    userId: user?.id,
    description: random.pick(keyDescriptions),
    customClaims: random.chance(0.4)
      ? { environment: environment.name, team: random.pick(['platform', 'data', 'finance']) }
      : {},
    valueHash: hashSecret(value),
    suffix: value.slice(-4),
    expiresAt,
    revokedAt: fate === 'revoked' ? createdAt + (now - createdAt) / 3 : undefined,
  });
}

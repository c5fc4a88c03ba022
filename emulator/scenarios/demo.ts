import type { Environment } from '../environment';
import type { NewId } from '../ids';
import type { OrganizationRow } from '../organizations/rows';
import { seedAccess } from './demo-access';
import { seedAgents } from './demo-agents';
import { type Company, companies } from './demo-companies.data';
import { seedDirectory } from './demo-directories';
import { seedEveryday } from './demo-everyday';
import { seedHistory } from './demo-history';
import { seedKeys } from './demo-keys';
import { seedLoginMethods } from './demo-login-methods';
import { seedConsultants, seedMembers } from './demo-members';
import { seedMoreRoles } from './demo-more-roles';
import { seedRoles } from './demo-roles';
import { seedSignIn } from './demo-sign-in';
import { seedTickets } from './demo-tickets';
import { seedTroubles } from './demo-troubles';
import { createRandom, type Random } from './random';

/** What the parts of the demo share. */
export type DemoContext = {
  environment: Environment;
  newId: NewId;
  random: Random;
  /** Milliseconds since the epoch, some days before the start of the demo; the hour varies. */
  daysAgo: (days: number) => number;
};

/**
 * Two years of customers. An environment other than `production` is a smaller sandbox.
 * @param daysOfHistory days of everyday sign-ins besides; 0 for none
 */
export function seedDemo(environment: Environment, newId: NewId, daysOfHistory: number): void {
  const random = createRandom(environment.name);
  const start = environment.clock.now();
  const dayMs = 86_400_000;
  const daysAgo = (days: number) => start - days * dayMs + random.below(dayMs / 3) - dayMs / 2;
  const context: DemoContext = { environment, newId, random, daysAgo };
  seedRoles(context);
  const chosen = chooseCompanies(environment.name);
  const organizations = chosen.map((company) => {
    const organization = seedOrganization(context, company);
    const members = seedMembers(context, organization, company);
    seedKeys(context, organization, company, members);
    return organization;
  });
  seedConsultants(context, organizations);
  const past = pastContext(context, 'sign-in');
  seedLoginMethods(past);
  for (const [index, organization] of organizations.entries()) {
    const company = chosen[index];
    if (!company) continue;
    seedSignIn(past, organization, company);
    seedDirectory(past, organization, company);
  }
  seedAgents(pastContext(context, 'agents'));
  seedAccess(pastContext(context, 'access'), organizations, chosen);
  seedTroubles(pastContext(context, 'troubles'));
  seedEveryday(pastContext(context, 'everyday'));
  seedMoreRoles(pastContext(context, 'more roles'), organizations);
  if (daysOfHistory > 0) seedHistory(pastContext(context, 'history'), organizations, daysOfHistory);
  seedTickets(pastContext(context, 'tickets'));
}

// For a part that also makes up events: they get ids of the scenario and are told to nobody. Chance of its own,
// so that a change in the part changes no other.
function pastContext(context: DemoContext, part: string): DemoContext {
  const { environment, newId } = context;
  const random = createRandom(`${environment.name}/${part}`);
  const now = environment.clock.now();
  return {
    environment: { ...environment, newId, eventListeners: new Set() },
    newId,
    random,
    daysAgo: (days) => now - days * 86_400_000 - random.below(28_800_000),
  };
}

function chooseCompanies(environmentName: string): Company[] {
  if (environmentName === 'production') return companies;
  return companies
    .filter((_, index) => index % 5 === 2)
    .map((company) => ({ ...company, name: `${company.name} (sandbox)`, label: `${company.label}-sandbox` }));
}

function seedOrganization({ environment, newId, random, daysAgo }: DemoContext, company: Company) {
  const createdAt = daysAgo(company.age);
  const number = 10_000 + random.below(80_000);
  const row: OrganizationRow = {
    id: newId('org'),
    createdAt,
    updatedAt: createdAt + random.below(Math.max(1, company.age - 1)) * 86_400_000,
    displayName: company.name,
    region: company.region,
    // A few were made by hand and never linked to the product's own record.
    externalId: random.chance(0.9) ? `cus_${number}` : undefined,
    slug: company.label,
    metadata: {
      plan: company.plan,
      industry: company.industry,
      crm_account: `ACC-${number}`,
      ...(company.plan === 'enterprise' && { support_tier: random.pick(['gold', 'platinum']) }),
    },
    features: {
      sso: company.features.includes('sso'),
      dir_sync: company.features.includes('dir_sync'),
      domain_verification: company.features.includes('domain_verification'),
      session_policy: company.features.includes('session_policy'),
    },
    maxAllowedUsers: company.plan === 'starter' ? 5 : undefined,
    sessionPolicy: company.features.includes('session_policy')
      ? { absoluteTimeout: random.pick([480, 720, 1440]), idleTimeoutEnabled: true, idleTimeout: 60 }
      : undefined,
  };
  return environment.store.organizations.put(row);
}

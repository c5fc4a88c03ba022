import { blankClient } from '../clients/environment-client';
import type { ClientRow, MachineClientRow, SecretRow } from '../clients/rows';
import { toSecretRow } from '../clients/secrets';
import type { OrganizationRow } from '../organizations/rows';
import type { DemoContext } from './demo';
import { applications, machineNames } from './demo-access.data';
import type { Company } from './demo-companies.data';

const dayMs = 86_400_000;

/** The environment's own applications. @returns the one that people sign in to */
export function seedApplications(context: DemoContext): ClientRow | undefined {
  const { environment, newId, daysAgo } = context;
  const rows = applications.map(({ clientType, name, uris, years }) => {
    const createdAt = daysAgo(years * 365);
    return environment.store.clients.put({
      ...blankClient(newId('skc'), clientType, createdAt),
      name,
      postLoginUris: [...uris],
      secrets: clientType === 'WEB_APP' ? [seedSecret(context, createdAt)] : [],
    });
  });
  return rows[0];
}

/** The clients of a customer's machines: most customers have none. Nobody has the values of their secrets. */
export function seedMachines(context: DemoContext, organization: OrganizationRow, company: Company): void {
  const { environment, random, daysAgo } = context;
  const now = environment.clock.now();
  const count = { starter: 0, business: random.below(2), enterprise: random.below(4) }[company.plan];
  for (let index = 0; index < count; index += 1) {
    const createdAt = daysAgo(1 + random.below(company.age));
    const secret = seedSecret(context, createdAt);
    const lastUsedAt = random.chance(0.8) ? Math.max(createdAt, now - random.below(3 * dayMs)) : undefined;
    putMachine(context, organization, createdAt, [{ ...secret, lastUsedAt }]);
  }
  const story = company.label.replace(/-sandbox$/, '');
  if (story === 'northwharf') seedRotation(context, organization);
  if (story === 'aldergate') seedEnding(context, organization);
}

// In the middle of a rotation: the new secret is there since yesterday, the old one is still in use.
function seedRotation(context: DemoContext, organization: OrganizationRow): void {
  const now = context.environment.clock.now();
  const createdAt = now - 400 * dayMs;
  const old = { ...seedSecret(context, createdAt), lastUsedAt: now - 900_000 };
  const next = { ...seedSecret(context, now - dayMs), lastUsedAt: now - 3_600_000 };
  putMachine(context, organization, createdAt, [old, next]);
}

function seedEnding(context: DemoContext, organization: OrganizationRow): void {
  const now = context.environment.clock.now();
  const createdAt = now - 359 * dayMs;
  const secret = seedSecret(context, createdAt);
  putMachine(context, organization, createdAt, [
    { ...secret, expiresAt: now + 6 * dayMs, lastUsedAt: now - 60_000 },
  ]);
}

/** A secret whose value nobody has. */
export function seedSecret({ newId, random }: DemoContext, createdAt: number): SecretRow {
  return toSecretRow(newId('sec'), `test_${random.text(43)}`, createdAt);
}

function putMachine(
  { environment, newId, random }: DemoContext,
  organization: OrganizationRow,
  createdAt: number,
  secrets: SecretRow[],
): MachineClientRow {
  const [name, description] = random.pick(machineNames);
  return environment.store.machineClients.put({
    id: newId('m2morg'),
    createdAt,
    updatedAt: secrets.at(-1)?.createdAt ?? createdAt,
    organizationId: organization.id,
    name,
    description,
    scopes: random.pick([['projects:read'], ['projects:read', 'projects:write'], ['reports:read']]),
    audience: ['https://api.product.example'],
    customClaims: [{ key: 'team', value: random.pick(['platform', 'data', 'finance']) }],
    expiry: random.pick([3600, 3600, 900]),
    redirectUris: [],
    isDynamic: false,
    metadataUri: '',
    secrets,
  });
}

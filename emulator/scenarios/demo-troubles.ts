import { hashSecret } from '../hash-secret';
import type { OrganizationRow } from '../organizations/rows';
import type { DemoContext } from './demo';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The value of the key that a customer's engineer pasted into a public forum: valid until somebody revokes it. */
export const leakedKey = `emutok_${'PastedIntoAForumOnMonday'.padEnd(44, '0')}x9Qz`;

type Failing = {
  label: string;
  /** Why, which the login log does not say; the state of the customer does. */
  because: 'certificate' | 'disabled' | 'domain';
  days: number;
  perDay: number;
};

const failing: Failing[] = [
  { label: 'dunmarrow', because: 'certificate', days: 3, perDay: 5 },
  { label: 'copperfen', because: 'disabled', days: 2, perDay: 3 },
  { label: 'brindlewood', because: 'domain', days: 1, perDay: 4 },
];

/** What goes wrong at this moment: three runs of failing sign-ins, each for another reason, and a leaked key. */
export function seedTroubles(context: DemoContext): void {
  for (const story of failing) {
    const organization = findCustomer(context, story.label);
    if (organization) seedFailures(context, organization, story);
  }
  const careless = findCustomer(context, 'tessellate');
  if (careless) seedLeakedKey(context, careless);
}

function findCustomer({ environment }: DemoContext, label: string): OrganizationRow | undefined {
  return environment.store.organizations.findBy('slug', label).at(0);
}

function seedFailures(context: DemoContext, organization: OrganizationRow, story: Failing): void {
  const { environment, newId, random } = context;
  const { clients, connections, authLogs } = environment.store;
  const [connection] = connections.findBy('organizationId', organization.id);
  const application = clients.all().find(({ clientType }) => clientType === 'WEB_APP');
  const emails = emailsOf(context, organization, story);
  for (let index = 0; index < story.days * story.perDay; index += 1) {
    const day = Math.floor(index / story.perDay);
    const at = environment.clock.now() - day * dayMs - random.below(5 * hourMs) - 600_000;
    authLogs.put({
      id: newId('areq'),
      createdAt: at,
      status: 'FAILED',
      email: random.pick(emails),
      organizationId: organization.id,
      connections: connection
        ? [
            {
              connectionId: connection.id,
              organizationId: organization.id,
              connectionType: connection.type,
              connectionProvider: connection.provider,
            },
          ]
        : [],
      workflow: 'sso',
      clientId: application?.id ?? '',
      clientName: application?.name ?? '',
      clientType: application?.clientType ?? 'WEB_APP',
    });
  }
}

/** Who fails: the customer's people, or contractors whose address is of no domain of the customer's. */
function emailsOf({ environment }: DemoContext, { id }: OrganizationRow, { because }: Failing): string[] {
  if (because === 'domain')
    return ['lio.varnhagen@contract-crew.example', 'osei.darkwell@contract-crew.example'];
  const { memberships, users } = environment.store;
  const emails = memberships
    .findBy('organizationId', id)
    .flatMap(({ userId }) => users.get(userId)?.email ?? []);
  return emails.length > 0 ? emails : ['nobody@unknown.example'];
}

function seedLeakedKey({ environment, newId, daysAgo }: DemoContext, organization: OrganizationRow): void {
  environment.store.tokens.put({
    id: newId('apit'),
    createdAt: daysAgo(140),
    organizationId: organization.id,
    description: 'Reporting export',
    customClaims: { scope: 'exports' },
    valueHash: hashSecret(leakedKey),
    suffix: leakedKey.slice(-4),
  });
}

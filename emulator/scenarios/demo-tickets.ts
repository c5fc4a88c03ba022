import { hashSecret } from '../hash-secret';
import type { OrganizationRow } from '../organizations/rows';
import { newProfile } from '../users/profile';
import { membershipId } from '../users/rows';
import type { DemoContext } from './demo';

/** What customers have written about, by their label; it stands in their metadata, as another system would put it. */
const tickets = {
  zephyrine: 'SUP-4821: our provider signs with a new certificate from next week, metadata attached',
  saltmarsh: 'SUP-4827: rookery-press.example is ours since May, and adding it is refused',
  harbourstone: 'SUP-4830: was created in the US by default and has to be in the EU',
};

/** Everyday tickets: a certificate to rotate, a domain that another customer holds, a region nobody chose. */
export function seedTickets(context: DemoContext): void {
  const { store } = context.environment;
  for (const [label, ticket] of Object.entries(tickets)) {
    const organization = store.organizations.findBy('slug', label).at(0);
    if (!organization) continue;
    store.organizations.put({
      ...organization,
      metadata: { ...organization.metadata, open_ticket: ticket },
    });
  }
  const holder = store.organizations.findBy('slug', 'rookery').at(0);
  if (holder) seedHeldDomain(context, holder);
}

/** An imprint that was sold: its domain still leads to the connection of who had it before. */
function seedHeldDomain({ environment, newId, random, daysAgo }: DemoContext, holder: OrganizationRow): void {
  const { store } = environment;
  const digits = hashSecret(random.text(16));
  const at = daysAgo(150);
  const domain = store.domains.put({
    ...{
      id: newId('dom'),
      organizationId: holder.id,
      name: 'rookery-press.example',
      createdAt: at,
      updatedAt: at,
    },
    ...{ type: 'ORGANIZATION_DOMAIN', method: 'ADMIN', status: 'AUTO_VERIFIED', txtPublished: false },
    ...{ txtKey: `rookery-publishing-verify-dom_${digits.slice(0, 8)}`, txtSecret: digits.slice(0, 36) },
  });
  const [connection] = store.connections.findBy('organizationId', holder.id);
  if (connection) store.connections.put({ ...connection, domainIds: [...connection.domainIds, domain.id] });
  const people = [['Maren', 'Oakhollow'] as const, ['Tobiah', 'Quill'] as const];
  for (const [givenName, familyName] of people) {
    const user = store.users.put({
      ...{ id: newId('usr'), createdAt: at, updatedAt: at, metadata: {} },
      email: `${givenName}.${familyName}@${domain.name}`.toLowerCase(),
      profile: {
        ...newProfile(newId('usp'), undefined),
        givenName,
        familyName,
        name: `${givenName} ${familyName}`,
      },
    });
    store.memberships.put({
      ...{ id: membershipId(holder.id, user.id), organizationId: holder.id, userId: user.id },
      ...{ createdAt: at, joinedAt: at, status: 'active', provisioningMethod: 'invitation' },
      ...{ roles: ['member'], metadata: {}, resentCount: 0 },
    });
  }
}

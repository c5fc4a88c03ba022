import type { OrganizationRow } from '../organizations/rows';
import type { DemoContext } from './demo';
import { seedApplications, seedMachines } from './demo-clients';
import type { Company } from './demo-companies.data';
import { seedOwnRoles } from './demo-own-roles';
import { seedResource } from './demo-resource';
import { seedSessions } from './demo-sessions';

/** Who comes in and with what: applications, customers' own roles, machines, sessions and passkeys. */
export function seedAccess(context: DemoContext, organizations: OrganizationRow[], chosen: Company[]): void {
  const application = seedApplications(context);
  for (const [index, organization] of organizations.entries()) {
    const company = chosen[index];
    if (!company || !application) continue;
    seedOwnRoles(context, organization, company);
    seedMachines(context, organization, company);
    seedSessions(context, organization, company, application);
  }
  seedResource(context);
}

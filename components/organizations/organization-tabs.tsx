import { type TabLink, TabLinks } from '@/components/ui/tab-links';
import { paths } from '@/lib/paths';

type Props = { environment: string; organizationId: string; showActivity: boolean };

/** The pages of one organization. */
export function OrganizationTabs({ environment, organizationId, showActivity }: Props) {
  const tabs: TabLink[] = [
    { href: paths.organization(environment, organizationId), label: 'Overview' },
    { href: paths.connections(environment, organizationId), label: 'SSO connections' },
    { href: paths.domains(environment, organizationId), label: 'Domains' },
    { href: paths.directories(environment, organizationId), label: 'Directories' },
    { href: paths.members(environment, organizationId), label: 'Members' },
    { href: paths.organizationRoles(environment, organizationId), label: 'Roles' },
    { href: paths.apiKeys(environment, organizationId), label: 'API keys' },
    { href: paths.apiClients(environment, organizationId), label: 'API clients' },
    { href: paths.organizationAccounts(environment, organizationId), label: 'Connected accounts' },
    { href: paths.portalLinks(environment, organizationId), label: 'Portal links' },
    { href: paths.handOvers(environment, organizationId), label: 'Hand-overs' },
  ];
  if (showActivity)
    tabs.push({ href: paths.organizationActivity(environment, organizationId), label: 'Activity' });
  tabs.push({ href: paths.organizationSettings(environment, organizationId), label: 'Settings' });
  return <TabLinks label="Organization" tabs={tabs} />;
}

import { TabLinks } from '@/components/ui/tab-links';
import { paths } from '@/lib/paths';

/** The parts of the area: roles and what they are made of, and the applications that people sign in to. */
export function AccessTabs({ environment }: { environment: string }) {
  return (
    <div className="mb-5">
      <TabLinks
        label="Access"
        tabs={[
          { href: paths.roles(environment), label: 'Roles' },
          { href: paths.permissions(environment), label: 'Permissions' },
          { href: paths.clients(environment), label: 'Clients' },
          { href: paths.resources(environment), label: 'Resources' },
        ]}
      />
    </div>
  );
}

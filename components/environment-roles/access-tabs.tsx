import { TabLinks } from '@/components/ui/tab-links';
import { paths } from '@/lib/paths';

/** The two halves of the area: roles, and what they are made of. */
export function AccessTabs({ environment }: { environment: string }) {
  return (
    <div className="mb-5">
      <TabLinks
        label="Access"
        tabs={[
          { href: paths.roles(environment), label: 'Roles' },
          { href: paths.permissions(environment), label: 'Permissions' },
        ]}
      />
    </div>
  );
}

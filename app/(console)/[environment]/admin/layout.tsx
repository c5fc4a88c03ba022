import { TabLinks } from '@/components/ui/tab-links';
import { paths } from '@/lib/paths';

/** The area of administrators: who may use the console, and how it runs. */
export default async function AdminLayout(props: LayoutProps<'/[environment]/admin'>) {
  const { environment } = await props.params;
  return (
    <>
      <TabLinks
        label="Admin"
        tabs={[
          { href: paths.adminStaff(environment), label: 'Staff', hasPagesBelow: true },
          { href: paths.adminEnvironments(environment), label: 'Environments' },
          { href: paths.adminActivityCache(environment), label: 'Activity cache' },
          { href: paths.adminActivityPush(environment), label: 'Activity push' },
          { href: paths.adminApprovals(environment), label: 'Approvals' },
          { href: paths.adminFreeze(environment), label: 'Freeze' },
          { href: paths.adminSystem(environment), label: 'System' },
        ]}
      />
      <div className="mt-5">{props.children}</div>
    </>
  );
}

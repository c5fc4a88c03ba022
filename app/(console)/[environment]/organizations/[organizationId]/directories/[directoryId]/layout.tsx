import { DirectoryHeader } from '@/components/directories/directory-header';
import { ErrorPanel } from '@/components/ui/error-panel';
import { TabLinks } from '@/components/ui/tab-links';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getDirectory } from '@/lib/features/directories/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

/** The head and the tabs of one directory. The head is a component of its own, so that the tab below reads meanwhile. */
export default async function DirectoryLayout(
  props: LayoutProps<'/[environment]/organizations/[organizationId]/directories/[directoryId]'>,
) {
  const { environment, organizationId, directoryId } = await props.params;
  const ids = [environment, organizationId, directoryId] as const;
  return (
    <>
      <Header environment={environment} organizationId={organizationId} directoryId={directoryId} />
      <TabLinks
        label="Directory"
        tabs={[
          { href: paths.directory(...ids), label: 'Set-up' },
          { href: paths.directoryUsers(...ids), label: 'Users' },
          { href: paths.directoryGroups(...ids), label: 'Groups' },
          { href: paths.directoryMapping(...ids), label: 'Mapping' },
        ]}
      />
      <div className="mt-5">{props.children}</div>
    </>
  );
}

type HeaderProps = { environment: string; organizationId: string; directoryId: string };

async function Header({ environment, organizationId, directoryId }: HeaderProps) {
  const principal = await requirePagePrincipal(environment);
  const found = await settle(getDirectory(environment, { organizationId, directoryId }));
  if (!found.ok) {
    const retryHref = paths.directory(environment, organizationId, directoryId);
    return (
      <div className="mb-3">
        <ErrorPanel title="This directory could not be read." error={found.error} retryHref={retryHref} />
      </div>
    );
  }
  const directory = found.data;
  return (
    <DirectoryHeader
      environment={environment}
      organizationId={organizationId}
      directory={directory}
      rights={{
        switch: can(principal, directory.enabled ? 'directory.disable' : 'directory.enable'),
        rename: can(principal, 'directory.update'),
        sync: can(principal, 'directory.sync'),
        delete: can(principal, 'directory.delete'),
      }}
    />
  );
}

import { PinButton } from '@/components/palette/pin-button';
import { LinkButton } from '@/components/ui/link-button';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { PageHeader } from '@/components/ui/page-header';
import type { OrganizationDetail } from '@/lib/features/organizations/schema';
import { paths, withSearch } from '@/lib/paths';
import { EditOrganizationDialog } from './dialogs';

type Props = {
  environment: string;
  organizationId: string;
  /** Null when it could not be read: the page below says why. */
  organization: OrganizationDetail | null;
  mayUpdate: boolean;
  mayDelete: boolean;
  mayShare: boolean;
  /** Null when it could not be read. */
  isPinned: boolean | null;
};

/** The name of an organization and what can be done with it from any of its tabs. */
export function OrganizationHeader(props: Props) {
  const { environment, organizationId, organization, mayUpdate, mayDelete, mayShare, isPinned } = props;
  const crumbs = [{ label: 'Organizations', href: paths.organizations(environment) }];
  if (!organization) return <PageHeader crumbs={crumbs} title={organizationId} />;
  const about = { environment, organizationId };
  const more: MenuEntry[] = [];
  if (mayUpdate) more.push({ label: 'Edit details', dialog: 'edit' });
  // The role that may delete may take the evidence too.
  if (mayDelete) {
    more.push({ label: 'Evidence pack', href: paths.evidence(environment, organizationId) });
    const href = withSearch(paths.organizationSettings(environment, organizationId), { dialog: 'delete' });
    more.push({ label: 'Delete organization', href, danger: true, separated: true });
  }
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={organization.displayName}
        id={{ value: organization.id, what: 'organization id' }}
        action={
          <>
            {isPinned === null ? null : (
              <PinButton {...about} title={organization.displayName} isPinned={isPinned} />
            )}
            {mayShare ? <CreateLink {...about} /> : null}
          </>
        }
        more={more.length > 0 ? more : undefined}
      />
      {mayUpdate ? <EditOrganizationDialog environment={environment} organization={organization} /> : null}
    </>
  );
}

function CreateLink({ environment, organizationId }: { environment: string; organizationId: string }) {
  const href = withSearch(paths.portalLinks(environment, organizationId), { dialog: 'create' });
  return (
    <LinkButton href={href} variant="primary" prefetch={false}>
      Create portal link
    </LinkButton>
  );
}

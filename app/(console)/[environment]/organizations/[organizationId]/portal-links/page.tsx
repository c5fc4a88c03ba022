import type { Metadata } from 'next';
import { z } from 'zod';
import { PortalLinkDialogs } from '@/components/portal-links/dialogs';
import { PortalLinkPanel } from '@/components/portal-links/portal-link-panel';
import { PortalLinkTable } from '@/components/portal-links/portal-link-table';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { WithRail } from '@/components/ui/facts';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import type { Result } from '@/lib/errors';
import { getOrganization } from '@/lib/features/organizations/queries';
import { getPortalLink, listPortalLinks } from '@/lib/features/portal-links/queries';
import {
  type PortalLinkDetail,
  portalFeatures,
  portalLinkPageSize,
} from '@/lib/features/portal-links/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Portal links' };

const searchSchema = listPosition.extend({ link: z.uuid().optional().catch(undefined) });

type Props = PageProps<'/[environment]/organizations/[organizationId]/portal-links'>;

/** The durable links of one organization; the opens of the chosen one stand beside them. */
export default async function PortalLinksPage(props: Props) {
  const { environment, organizationId } = await props.params;
  const { link: linkId, ...position } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  // The organization is read for the head of the page anyway: the same call, made once.
  const [list, link, organization] = await Promise.all([
    settle(listPortalLinks(environment, { organizationId, pageToken: position.cursor })),
    linkId ? settle(getPortalLink(environment, { organizationId, linkId })) : null,
    settle(getOrganization(environment, { organizationId })),
  ]);
  const path = paths.portalLinks(environment, organizationId);
  const here = withSearch(path, position);
  const mayCreate = can(principal, 'portal_link.create');
  const enabled = organization.ok ? new Set<string>(organization.data.features) : null;
  const section = (
    <Section
      title="Portal links"
      description="Each leads to a page with a button that opens Scalekit’s setup portal for this customer."
      action={can(principal, 'portal_link.create_raw') && <OneMinuteLink />}
    >
      {!list.ok ? (
        <ErrorPanel title="The portal links could not be read." error={list.error} retryHref={path} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState title="No portal links yet" action={mayCreate && <CreateLink />}>
          Give the customer’s administrator a link with which they set up single sign-on or directory sync
          themselves. You see here whether they opened it.
        </EmptyState>
      ) : (
        <>
          <PortalLinkTable
            rows={list.data.rows}
            selectedId={linkId}
            mayRevoke={can(principal, 'portal_link.revoke')}
            detailHref={(id) => withSearch(path, { ...position, link: id })}
          />
          <Pagination {...pageLinks(path, {}, list.data, position, portalLinkPageSize)} />
        </>
      )}
    </Section>
  );
  return (
    <>
      {link ? <WithRail rail={<ChosenLink link={link} closeHref={here} />}>{section}</WithRail> : section}
      <PortalLinkDialogs
        environment={environment}
        organizationId={organizationId}
        enabledFeatures={enabled && portalFeatures.filter((feature) => enabled.has(feature))}
      />
    </>
  );
}

type ChosenProps = { link: Result<PortalLinkDetail>; closeHref: string };

function ChosenLink({ link, closeHref }: ChosenProps) {
  if (link.ok) return <PortalLinkPanel link={link.data} closeHref={closeHref} />;
  return <ErrorPanel title="This link could not be read." error={link.error} retryHref={closeHref} />;
}

function CreateLink() {
  return (
    <DialogLink dialog="create" variant="primary">
      Create portal link
    </DialogLink>
  );
}

function OneMinuteLink() {
  return (
    <DialogLink dialog="one-minute" variant="secondary" size="small">
      One-minute link
    </DialogLink>
  );
}

import type { Metadata } from 'next';
import { Suspense } from 'react';
import { z } from 'zod';
import {
  CreateOneMinuteLinkDialog,
  CreatePortalLinkDialog,
  RevokePortalLinkDialog,
} from '@/components/portal-links/dialogs';
import { PortalLinkList } from '@/components/portal-links/portal-link-list';
import { PortalLinkPanel } from '@/components/portal-links/portal-link-panel';
import { ErrorPanel } from '@/components/ui/error-panel';
import { WithRail } from '@/components/ui/facts';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getOrganization } from '@/lib/features/organizations/queries';
import { getPortalLink, listPortalLinks } from '@/lib/features/portal-links/queries';
import { portalFeatures, portalLinkPageSize } from '@/lib/features/portal-links/schema';
import { isMailConfigured } from '@/lib/mail';
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
  const [list, link] = await Promise.all([
    settle(listPortalLinks(environment, { organizationId, pageToken: position.cursor })),
    linkId ? settle(getPortalLink(environment, { organizationId, linkId })) : null,
  ]);
  const path = paths.portalLinks(environment, organizationId);
  const place = position.cursor ? position : {};
  const may = {
    create: can(principal, 'portal_link.create'),
    createRaw: can(principal, 'portal_link.create_raw'),
    revoke: can(principal, 'portal_link.revoke'),
  };
  const links = list.ok ? (
    <PortalLinkList
      rows={list.data.rows}
      pages={pageLinks(path, {}, list.data, position, portalLinkPageSize)}
      selectedId={linkId}
      may={may}
      rawIsForLeads={may.create && !may.createRaw}
      detailHref={(id) => withSearch(path, { ...place, link: id })}
    />
  ) : (
    <ErrorPanel title="The portal links could not be read." error={list.error} retryHref={path} />
  );
  const rail = link?.ok ? (
    <PortalLinkPanel link={link.data} closeHref={withSearch(path, place)} />
  ) : (
    link && <ErrorPanel title="This link could not be read." error={link.error} retryHref={path} />
  );
  return (
    <>
      {rail ? <WithRail rail={rail}>{links}</WithRail> : links}
      <Suspense>
        <CreateDialogs environment={environment} organizationId={organizationId} may={may} />
      </Suspense>
      {may.revoke ? (
        <RevokePortalLinkDialog environment={environment} organizationId={organizationId} />
      ) : null}
    </>
  );
}

type CreateProps = {
  environment: string;
  organizationId: string;
  may: { create: boolean; createRaw: boolean };
};

/** The dialogs that have to know what the organization has switched on. The list does not wait for that. */
async function CreateDialogs({ environment, organizationId, may }: CreateProps) {
  const organization = await settle(getOrganization(environment, { organizationId }));
  const on: string[] | null = organization.ok ? organization.data.features : null;
  const about = {
    environment,
    organizationId,
    enabledFeatures: on && portalFeatures.filter((feature) => on.includes(feature)),
  };
  return (
    <>
      {may.create ? <CreatePortalLinkDialog {...about} asksForCode={isMailConfigured()} /> : null}
      {may.createRaw ? <CreateOneMinuteLinkDialog {...about} /> : null}
    </>
  );
}

import type { Metadata } from 'next';
import { HolderNotice } from '@/components/domain-moves/holder-notice';
import { MoveSteps } from '@/components/domain-moves/move-steps';
import { NameHolder } from '@/components/domain-moves/name-holder';
import { CheckDnsDialog, VerifyDomainDialog } from '@/components/domains/dialogs';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { findDomainHolder, getDomainMove } from '@/lib/features/domains/moves';
import { domainHolderInput } from '@/lib/features/domains/schema';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Move a domain' };

/** A domain that another customer holds becomes this one's, step by step. */
export default async function MoveDomainPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/domains/move'>,
) {
  const { environment, organizationId } = await props.params;
  const search = await props.searchParams;
  const back = <LinkButton href={paths.domains(environment, organizationId)}>Back to the domains</LinkButton>;
  const asked = domainHolderInput.safeParse({ organizationId, domain: search.domain });
  if (!asked.success) {
    return (
      <EmptyState title="No domain is named" action={back}>
        The address of this page names the domain that is to move: begin at “Add domain”.
      </EmptyState>
    );
  }
  const { domain } = asked.data;
  const from = typeof search.from === 'string' ? search.from.trim() : '';
  return (
    <Section title={`Move ${domain} here`} action={back}>
      {from === '' ? (
        <Holder environment={environment} organizationId={organizationId} domain={domain} />
      ) : (
        <Move environment={environment} organizationId={organizationId} domain={domain} from={from} />
      )}
    </Section>
  );
}

type Props = { environment: string; organizationId: string; domain: string };

async function Holder({ environment, organizationId, domain }: Props) {
  const found = await settle(findDomainHolder(environment, { organizationId, domain }));
  const path = paths.moveDomain(environment, organizationId);
  if (!found.ok) {
    const retryHref = withSearch(path, { domain });
    return (
      <ErrorPanel title="Who has it could not be looked up." error={found.error} retryHref={retryHref} />
    );
  }
  return (
    <div className="max-w-160">
      <HolderNotice {...{ environment, organizationId, domain }} holder={found.data} />
      {found.data.kind === 'known' || found.data.kind === 'here' ? null : (
        <NameHolder path={path} domain={domain} />
      )}
    </div>
  );
}

async function Move({ environment, organizationId, domain, from }: Props & { from: string }) {
  const principal = await requirePagePrincipal(environment);
  const input = { organizationId, fromOrganizationId: from, domain };
  const found = await settle(getDomainMove(environment, input));
  if (!found.ok) {
    const retryHref = withSearch(paths.moveDomain(environment, organizationId), { domain, from });
    return <ErrorPanel title="This move could not be read." error={found.error} retryHref={retryHref} />;
  }
  const rights = {
    out: can(principal, 'domain.move_out'),
    in: can(principal, 'domain.move_in'),
    verify: can(principal, 'domain.verify'),
  };
  const rows = found.data.to.domain ? [found.data.to.domain] : [];
  const about = { environment, organizationId, rows };
  return (
    <>
      <MoveSteps environment={environment} move={found.data} rights={rights} />
      <CheckDnsDialog {...about} />
      {rights.verify ? <VerifyDomainDialog {...about} /> : null}
    </>
  );
}

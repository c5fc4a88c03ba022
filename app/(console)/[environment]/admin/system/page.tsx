import type { Metadata } from 'next';
import { IndexSection } from '@/components/search-index/index-section';
import { WalkSection } from '@/components/snapshots/walk-section';
import { BudgetHistory } from '@/components/system/budget-history';
import { KeptTable } from '@/components/system/kept-table';
import { MailSection } from '@/components/system/mail-section';
import { SystemFacts } from '@/components/system/system-facts';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { requirePagePrincipal } from '@/lib/auth/session';
import { readIndexState } from '@/lib/features/palette/queries';
import { getWalkState } from '@/lib/features/snapshots/queries';
import { getSystemState, listBudgetHours, listKept } from '@/lib/features/system/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'System' };

/** How this console runs, and what it keeps. */
export default async function SystemPage(props: PageProps<'/[environment]/admin/system'>) {
  const { environment } = await props.params;
  const path = paths.adminSystem(environment);
  const [principal, state, hours, kept, walk, index] = await Promise.all([
    requirePagePrincipal(environment),
    settle(getSystemState(environment, {})),
    settle(listBudgetHours(environment, {})),
    settle(listKept(environment, {})),
    settle(getWalkState(environment, {})),
    settle(readIndexState(environment, {})),
  ]);
  return (
    <>
      <PageHeader title="System" />
      {state.ok ? (
        <>
          <SystemFacts state={state.data} />
          <MailSection environment={environment} from={state.data.mailFrom} to={principal.email} />
        </>
      ) : (
        <ErrorPanel title="The state could not be read." error={state.error} retryHref={path} />
      )}
      {walk.ok ? (
        <WalkSection environment={environment} walk={walk.data} />
      ) : (
        <ErrorPanel title="The walk could not be read." error={walk.error} retryHref={path} />
      )}
      <Section
        title={`Requests to Scalekit in ${environment}`}
        description="What staff, jobs and customers’ pages have asked through Keydesk, hour by hour. Red where Scalekit answered that the rate limit is reached."
      >
        {hours.ok ? (
          <BudgetHistory hours={hours.data} />
        ) : (
          <ErrorPanel title="The requests could not be read." error={hours.error} retryHref={path} />
        )}
      </Section>
      {index.ok ? (
        <IndexSection environment={environment} freshness={index.data} />
      ) : (
        <ErrorPanel title="The search index could not be read." error={index.error} retryHref={path} />
      )}
      <Section
        title="What Keydesk keeps"
        description="In its own database, for all environments together. Customers’ data stays with Scalekit and is read when it is shown."
      >
        {kept.ok ? (
          <KeptTable groups={kept.data} />
        ) : (
          <ErrorPanel title="The tables could not be measured." error={kept.error} retryHref={path} />
        )}
      </Section>
    </>
  );
}

import type { Metadata } from 'next';
import { WatchList } from '@/components/doctor/watch-list';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listWatches } from '@/lib/features/sign-in-watches/queries';
import { watchDays } from '@/lib/features/sign-in-watches/schema';
import { isMailConfigured } from '@/lib/mail';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Your watches' };

/** The sign-ins that one waits for, and those that have worked, with the evidence. */
export default async function WatchesPage(props: PageProps<'/[environment]/doctor/watches'>) {
  const { environment } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const watches = await settle(listWatches(environment, {}));
  const told = isMailConfigured() ? 'in the top bar and by mail' : 'in the top bar';
  return (
    <Section
      title="Your watches"
      description={`The login log is asked each minute, for ${watchDays} days at most. Of the first good sign-in you are told ${told}, once.`}
    >
      {!watches.ok ? (
        <ErrorPanel
          title="The watches could not be read."
          error={watches.error}
          retryHref={paths.watches(environment)}
        />
      ) : watches.data.length === 0 ? (
        <EmptyState title="Nothing is watched">
          “Watch until it works” stands at the doctor’s answer and on a connection’s page.
        </EmptyState>
      ) : (
        <WatchList
          environment={environment}
          rows={watches.data}
          mayEnd={can(principal, 'sign_in_watch.end')}
        />
      )}
    </Section>
  );
}

import type { Metadata } from 'next';
import { type ReactNode, Suspense } from 'react';
import { FindButton } from '@/components/frame/find-button';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { failingInput } from '@/lib/features/desk/schema';
import { Alarms } from './desk/alarms';
import { Approvals } from './desk/approvals';
import { AtHandPanel } from './desk/at-hand';
import { ExpiringPanel } from './desk/expiring';
import { FailingPanel } from './desk/failing';
import { BudgetPanel, FreshnessPanel } from './desk/standing';
import { UnderWayPanel } from './desk/under-way';
import { UnfinishedPanel } from './desk/unfinished';

export const metadata: Metadata = { title: 'Desk' };

/** What needs somebody today, from Keydesk's own records alone. Each panel comes when it is ready. */
export default async function DeskPage(props: PageProps<'/[environment]'>) {
  const { environment } = await props.params;
  const { period } = failingInput.parse(await props.searchParams);
  const at = { environment };
  return (
    <>
      <PageHeader title="Desk">
        <Panel>
          <FreshnessPanel {...at} />
        </Panel>
      </PageHeader>
      <div className="mb-6 flex max-w-160">
        <FindButton label="Find a customer, a person, an id" />
      </div>
      <Suspense>
        <Alarms {...at} />
      </Suspense>
      <Suspense>
        <Approvals {...at} />
      </Suspense>
      <div className="flex flex-col gap-8 wide:flex-row wide:gap-12">
        <div className="min-w-0 flex-1">
          <Panel>
            <FailingPanel {...at} period={period} />
          </Panel>
          <Panel>
            <ExpiringPanel {...at} />
          </Panel>
          <Panel>
            <UnfinishedPanel {...at} />
          </Panel>
        </div>
        <aside aria-label="At hand" className="wide:w-72 wide:shrink-0">
          <Section title="At hand">
            <Panel>
              <AtHandPanel {...at} />
            </Panel>
          </Section>
          <Section title="Under way">
            <Panel>
              <UnderWayPanel {...at} />
            </Panel>
          </Section>
          <Section title="API budget">
            <Panel>
              <BudgetPanel {...at} />
            </Panel>
          </Section>
        </aside>
      </div>
    </>
  );
}

function Panel({ children }: { children: ReactNode }) {
  return <Suspense fallback={<p className="mt-8 text-quiet first:mt-0">Reading…</p>}>{children}</Suspense>;
}

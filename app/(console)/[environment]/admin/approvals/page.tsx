import type { Metadata } from 'next';
import Link from 'next/link';
import { SwitchApprovalsDialog } from '@/components/approvals/dialogs';
import { ActList } from '@/components/ui/act-list';
import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import { needsSecondPerson } from '@/lib/auth/approvals.data';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getApprovalSwitch } from '@/lib/features/approvals/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Approvals' };

/** Whether some acts need a second person in this environment, and which. */
export default async function AdminApprovalsPage(props: PageProps<'/[environment]/admin/approvals'>) {
  const { environment } = await props.params;
  const [principal, state] = await Promise.all([
    requirePagePrincipal(environment),
    settle(getApprovalSwitch(environment, {})),
  ]);
  const on = state.ok ? state.data : null;
  const maySwitch = can(principal, on ? 'approval.switch_off' : 'approval.switch_on', {
    kind: 'environment',
  });
  return (
    <>
      <PageHeader title="Approval by a second person">
        No single session, however it was come by, deletes a customer or reads a person’s credentials.{' '}
        <Link className="text-link" href={paths.approvals(environment)}>
          Requests and decisions
        </Link>
      </PageHeader>
      {state.ok ? (
        <Section
          title="State"
          action={
            maySwitch ? (
              <DialogLink dialog="switch-approvals" variant={on ? 'secondary' : 'primary'} size="small">
                {on ? 'Switch off' : 'Switch on'}
              </DialogLink>
            ) : null
          }
        >
          {on ? (
            <p className="flex flex-wrap items-center gap-x-3">
              <Status tone="success">On</Status>
              <span className="text-quiet wrap-anywhere">
                Switched on by <bdi>{on.byEmail}</bdi> <RelativeTime time={on.at} />.
              </span>
            </p>
          ) : (
            <Status tone="neutral">Off</Status>
          )}
        </Section>
      ) : (
        <ErrorPanel
          title="The state could not be read."
          error={state.error}
          retryHref={paths.adminApprovals(environment)}
        />
      )}
      <Section
        title="What needs a second person"
        description="By the names of the staff log. Whoever approves must be allowed to do it themselves."
      >
        <ActList acts={needsSecondPerson} />
      </Section>
      <SwitchApprovalsDialog environment={environment} isOn={on !== null} />
    </>
  );
}

import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import type { Result } from '@/lib/errors';
import type { CustomerPageState } from '@/lib/features/customer-page/schema';
import { formatQuantity } from '@/lib/format';
import { SwitchCustomerPageDialog } from './dialogs';

type Props = {
  environment: string;
  organizationId: string;
  page: Result<CustomerPageState>;
  maySwitch: boolean;
  /** Without mail no code goes out, and nobody gets in. */
  hasMail: boolean;
  retryHref: string;
};

/** Whether the customer's administrator has a page of their own behind the portal link. */
export function CustomerPageSection({ page, maySwitch, hasMail, retryHref, ...about }: Props) {
  const change = maySwitch && page.ok && (
    <DialogLink dialog="customer-page" variant="secondary" size="small">
      {page.data.on ? 'Switch off' : 'Switch on'}
    </DialogLink>
  );
  return (
    <Section
      title="The customer’s own page"
      description="Behind a portal link and its mailed code: set-up, members and API keys, for the customer’s administrator to see to themselves."
      action={change}
    >
      {page.ok ? (
        <State page={page.data} />
      ) : (
        <ErrorPanel title="It could not be read." error={page.error} retryHref={retryHref} />
      )}
      {hasMail ? null : (
        <div className="mt-3">
          <Notice tone="warning" title="This console has no mail server">
            The page opens only after a mailed code, so nobody can reach it yet.
          </Notice>
        </div>
      )}
      {maySwitch && page.ok ? <SwitchCustomerPageDialog {...about} page={page.data} /> : null}
    </Section>
  );
}

function State({ page: { on, visits } }: { page: CustomerPageState }) {
  if (!on) return <Status tone="neutral">Off</Status>;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Status tone="success">On</Status>
      <span className="text-quiet">
        Switched on by {on.byEmail} <RelativeTime time={on.at} />.{' '}
        {visits > 0 ? `${formatQuantity(visits, 'visit')} open now.` : 'Nobody is on it now.'}
      </span>
    </p>
  );
}

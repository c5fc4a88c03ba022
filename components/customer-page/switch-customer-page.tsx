'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { switchCustomerPage } from '@/lib/features/customer-page/actions';
import { type CustomerPageState, switchCustomerPageInput } from '@/lib/features/customer-page/schema';
import { formatQuantity } from '@/lib/format';

type Props = LazyDialogProps & { environment: string; organizationId: string; page: CustomerPageState };

/** Says what the customer's administrator can do, before they can; and what ends, before it does. */
export default function SwitchCustomerPage({ environment, organizationId, page, onClose }: Props) {
  const on = page.on === null;
  const form = useActionForm({
    name: `customer_page.switch:${organizationId}`,
    environment,
    schema: switchCustomerPageInput,
    defaultValues: { organizationId, on },
    action: switchCustomerPage,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      danger={!on}
      title={on ? 'Switch the customer’s page on?' : 'Switch the customer’s page off?'}
      submitLabel={on ? 'Switch on' : 'Switch off'}
      onClose={onClose}
    >
      {on ? (
        <>
          <p>
            Whoever is named in one of this organization’s portal links, and reads the mailed code, can from
            then on, for two hours at a time:
          </p>
          <ul className="list-disc pl-5">
            <li>see the set-up’s steps, the domains and their records, the members and the API keys;</li>
            <li>invite and remove members, with any role of the organization;</li>
            <li>create API keys of up to one year, and revoke any;</li>
            <li>have a domain verified, and open the setup portal.</li>
          </ul>
          <p className="text-quiet">Each act stands in the staff log as the customer’s.</p>
        </>
      ) : (
        <p>
          The next click on the page is refused.{' '}
          {page.visits > 0 ? `${formatQuantity(page.visits, 'visit')} may be open now. ` : ''}The portal links
          go on working.
        </p>
      )}
    </FormDialog>
  );
}

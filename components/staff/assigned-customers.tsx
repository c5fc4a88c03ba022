import Link from 'next/link';
import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import type { Result } from '@/lib/errors';
import type { AssignedCustomer, StaffDetail } from '@/lib/features/staff/schema';
import { formatList, formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = {
  environment: string;
  person: StaffDetail;
  customers: Result<AssignedCustomer[]>;
  retryHref: string;
};

/** Whom a person may work for, in this environment. */
export function AssignedCustomers({ environment, person, customers, retryHref }: Props) {
  const change = customers.ok ? (
    <DialogLink dialog="customers" variant="secondary" size="small">
      Assign customers
    </DialogLink>
  ) : null;
  return (
    <Section title={`Customers in ${environment}`} action={change}>
      {person.organizationIds === null ? (
        <p>All customers, in every environment.</p>
      ) : !customers.ok ? (
        <ErrorPanel title="The customers could not be read." error={customers.error} retryHref={retryHref} />
      ) : customers.data.length === 0 ? (
        <p>None: there is nothing that they can see here.</p>
      ) : (
        <ul aria-label="Assigned customers" className="flex flex-col gap-1">
          {customers.data.map(({ id, name }) => (
            <li key={id}>
              <Link href={paths.organization(environment, id)} prefetch={false} className="text-link">
                {name ? <bdi>{name}</bdi> : <code className="font-mono text-xs">{id}</code>}
              </Link>
              {name ? null : <span className="text-quiet"> – its name could not be read</span>}
            </li>
          ))}
        </ul>
      )}
      {person.organizationIds !== null ? (
        <p className="mt-2 text-quiet">
          {person.elsewhere.length === 0
            ? 'None in any other environment.'
            : `Elsewhere: ${formatList(person.elsewhere.map((one) => `${formatQuantity(one.customers, 'customer')} in ${one.environment}`))}.`}
        </p>
      ) : null}
    </Section>
  );
}

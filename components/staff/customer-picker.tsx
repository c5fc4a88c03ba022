'use client';

import { useDeferredValue, useId, useState } from 'react';
import { useController } from 'react-hook-form';
import { useFieldIds } from '@/components/forms/form-context';
import { FieldError, messageOf } from '@/components/forms/form-field';
import { useLiveQuery } from '@/components/live/live-query';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import type { AssignedCustomer } from '@/lib/features/staff/schema';

type Props = { environment: string; known: AssignedCustomer[] };

/** The chosen customers, each with a button that takes it out, and a search for more. Holds organization ids. */
export function CustomerPicker({ environment, known }: Props) {
  const ids = useFieldIds('organizationIds', 'Customers');
  const { field, fieldState } = useController({ name: 'organizationIds' });
  const [found, setFound] = useState(known);
  const chosen: string[] = field.value;
  const nameOf = (id: string) => found.find((one) => one.id === id)?.name ?? id;
  const add = (customer: AssignedCustomer) => {
    setFound([...found, customer]);
    field.onChange([...chosen, customer.id]);
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">Customers in {environment}</legend>
      {chosen.length === 0 ? <p className="text-quiet">None yet: they will see nothing here.</p> : null}
      <ul aria-label="Chosen customers" className="flex max-h-40 flex-col overflow-y-auto">
        {chosen.map((id) => (
          <li key={id} className="flex items-center justify-between gap-2">
            <bdi className="min-w-0 truncate">{nameOf(id)}</bdi>
            <Button
              variant="ghost"
              size="small"
              aria-label={`Remove ${nameOf(id)}`}
              onClick={() => field.onChange(chosen.filter((one) => one !== id))}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <CustomerSearch id={ids.field} environment={environment} chosen={chosen} onPick={add} />
      <FieldError id={ids.error} message={messageOf(fieldState.error)} />
    </fieldset>
  );
}

type SearchProps = {
  id: string;
  environment: string;
  chosen: string[];
  onPick: (customer: AssignedCustomer) => void;
};

function CustomerSearch({ id, environment, chosen, onPick }: SearchProps) {
  const help = useId();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const search = useLiveQuery<AssignedCustomer[]>('staff.findCustomers', environment, { text });
  const rows = search.data?.filter((one) => !chosen.includes(one.id)) ?? [];
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        Add a customer
      </label>
      <Input
        id={id}
        type="search"
        value={typed}
        autoComplete="off"
        aria-describedby={help}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <p id={help} className="text-table text-quiet">
        A part of the name among the newest hundred, or an exact id or external id.
      </p>
      <ul aria-label="Customers to add" className="flex max-h-40 flex-col overflow-y-auto">
        {rows.map((customer) => (
          <li key={customer.id}>
            <Button variant="ghost" size="small" onClick={() => onPick(customer)}>
              <bdi>{customer.name}</bdi>
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-table text-quiet">
        {search.isFetching ? 'Searching…' : (search.error?.message ?? `${rows.length} to choose from.`)}
      </p>
    </div>
  );
}

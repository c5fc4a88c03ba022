import { X } from 'lucide-react';
import Form from 'next/form';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from './button';

export type FilterChip = {
  /** Reads as a sentence: "Outcome is failed". */
  label: string;
  /** The page without this filter. */
  removeHref: string;
};

type Props = {
  chips: FilterChip[];
  /** The page without any filter. */
  clearHref: string;
  /** Where the form goes: the page itself, without its search. */
  action: string;
  /** What the button says where it does more than filter. */
  submitLabel?: string;
  /** The fields of the form: labelled inputs and selects, filled from the address. */
  children: ReactNode;
};

/** Filters that live in the address: a GET form, and a chip for each that is set. */
export function FilterBar({ chips, clearHref, action, submitLabel = 'Apply filters', children }: Props) {
  return (
    <search className="mb-4 flex flex-col gap-3">
      <Form action={action} prefetch={false} className="flex flex-wrap items-end gap-3">
        {children}
        <Button type="submit">{submitLabel}</Button>
      </Form>
      {chips.length > 0 ? (
        <ul aria-label="Filters that are set" className="flex flex-wrap items-center gap-2 text-table">
          {chips.map((chip) => (
            <li
              key={chip.label}
              className="flex h-7 max-w-full items-center rounded-full border border-line bg-accent-soft pr-0.5 pl-3"
            >
              <span className="truncate">{chip.label}</span>
              <Link
                href={chip.removeHref}
                prefetch={false}
                aria-label={`Remove filter: ${chip.label}`}
                className="ml-1 inline-flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-hover"
              >
                <X aria-hidden="true" size={12} />
              </Link>
            </li>
          ))}
          <li>
            <Link href={clearHref} prefetch={false} className="text-link px-1">
              Clear all
            </Link>
          </li>
        </ul>
      ) : null}
    </search>
  );
}

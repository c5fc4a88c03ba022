import type { ReactNode } from 'react';

/** Fields that belong together, under a heading of their own. */
export function FormGroup({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 border-t border-line pt-4 first:border-t-0 first:pt-0">
      <legend className="float-left mb-1 w-full text-sm font-semibold">
        {title}
        {help ? <span className="measure block text-table font-normal text-quiet">{help}</span> : null}
      </legend>
      {children}
    </fieldset>
  );
}

'use client';

import { useEffect, useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { FoundMetadata } from '@/lib/features/connection-setup/schema';
import { formatQuantity } from '@/lib/format';
import { CertificateList } from './certificate-list';
import { fieldLabels, inWords } from './labels';

type Name = keyof typeof fieldLabels;

type Props = {
  found: FoundMetadata<Record<string, unknown>>;
  /** The fields that such a document may fill, in the order of the form. */
  names: readonly Name[];
  onDone: () => void;
};

/** What a document says, field by field, beside what the form has; nothing is filled in before it was seen. */
export function FoundMetadataPanel({ found, names, onDone }: Props) {
  const { getValues, setValue, setFocus } = useFormContext();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const leave = () => {
    onDone();
    if (names[0]) setFocus(names[0]);
  };
  const { source, fields, certificates, notes } = found;
  const differing = names.filter((name) => name in fields && !isSame(getValues(name), fields[name]));
  const fill = () => {
    for (const name of differing) setValue(name, fields[name], { shouldDirty: true, shouldValidate: true });
    announce(
      `${formatQuantity(differing.length, 'field was', 'fields were')} filled in. Nothing is saved yet.`,
    );
    leave();
  };
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label="What was found"
      className="flex flex-col gap-3 rounded border border-line p-4"
    >
      <h3 className="text-sm font-semibold">What was found</h3>
      {source ? <p className="text-table text-quiet wrap-anywhere">At {source}</p> : null}
      {notes.map((note) => (
        <Notice key={note} tone="warning" title={note} />
      ))}
      <dl className="flex flex-col gap-2 text-table">
        {names.map((name) => (
          <FoundField key={name} name={name} value={fields[name]} current={getValues(name)} />
        ))}
      </dl>
      {certificates.length > 0 ? <CertificateList certificates={certificates} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" unavailable={differing.length === 0} onClick={fill}>
          {differing.length === 0
            ? 'The form says the same'
            : `Fill in ${formatQuantity(differing.length, 'field')}`}
        </Button>
        <Button onClick={leave}>Leave the form as it is</Button>
      </div>
    </section>
  );
}

function FoundField({ name, value, current }: { name: Name; value: unknown; current: unknown }) {
  const words = wordsOf(name, value);
  const had = wordsOf(name, current);
  return (
    <div className="grid gap-x-4 sm:grid-cols-[200px_1fr]">
      <dt className="text-quiet">{fieldLabels[name]}</dt>
      <dd className="min-w-0 wrap-anywhere">
        {words ?? <span className="text-quiet">not in it</span>}
        {words && had && !isSame(current, value) ? (
          <span className="block text-quiet">in place of {had}</span>
        ) : null}
        {words && isSame(current, value) ? <span className="text-quiet"> (as in the form)</span> : null}
      </dd>
    </div>
  );
}

function wordsOf(name: Name, value: unknown): string | null {
  if (name !== 'idpCertificate' || typeof value !== 'string') return inWords(name, value);
  const count = value.match(/BEGIN/g)?.length ?? 0;
  return count > 0 ? formatQuantity(count, 'certificate') : null;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

'use client';

import { useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ErrorView } from '@/lib/errors';
import { makeEvidencePack } from '@/lib/features/evidence-pack/actions';
import type { EvidencePack as Pack } from '@/lib/features/evidence-pack/schema';
import { writeMarkdown } from './write-markdown';

/** Makes the pack, shows it as it prints, and saves it. */
export function EvidencePack({
  environment,
  organizationId,
}: {
  environment: string;
  organizationId: string;
}) {
  const { state, run, reopen } = useAction({ environment, action: makeEvidencePack });
  const [pack, setPack] = useState<Pack | null>(null);
  const [error, setError] = useState<ErrorView | null>(null);
  const make = async () => {
    setError(null);
    const result = await run({ organizationId });
    if (result?.ok) setPack(result.data);
    else if (result) setError(result.error);
  };
  return (
    <Section
      title="Evidence pack"
      description="For a customer’s security audit: administrators, configuration, keys, sign-ins, and what our staff did with the proof of the staff log. Making one is noted in the staff log."
      action={
        <span className="flex flex-wrap gap-2 print:hidden">
          <Button
            variant={pack ? 'secondary' : 'primary'}
            pending={state === 'sending'}
            onClick={() => void make()}
          >
            {pack ? 'Make again' : 'Make evidence pack'}
          </Button>
          {pack ? (
            <>
              <Button onClick={() => window.print()}>Print</Button>
              <Button onClick={() => save(pack, 'json')}>Download JSON</Button>
              <Button onClick={() => save(pack, 'md')}>Download Markdown</Button>
            </>
          ) : null}
        </span>
      }
    >
      {error ? <FailureNotice error={error} onChecked={reopen} /> : null}
      {pack ? <Shown pack={pack} /> : null}
    </Section>
  );
}

function Shown({ pack: { madeAt, madeBy, parts, head } }: { pack: Pack }) {
  return (
    <div role="status">
      <p className="text-quiet wrap-anywhere">
        Made {madeAt} by {madeBy}.{' '}
        {head ? `Head of the staff log’s hash chain: seal ${head.seal}, ${head.mac}.` : null}
      </p>
      {parts.map(({ title, note, columns, rows }) => (
        <div key={title} className="mt-6">
          <h3 className="font-medium">{title}</h3>
          <p className="mb-2 text-table text-quiet">{rows.length === 0 ? `None. ${note}` : note}</p>
          {rows.length > 0 ? (
            <div className="overflow-x-auto print:overflow-visible">
              <Table label={title}>
                <TableHead>
                  {columns.map((column) => (
                    <Th key={column}>{column}</Th>
                  ))}
                </TableHead>
                <tbody>
                  {rows.map((row) => (
                    <Tr key={row.join('\n')}>
                      {row.map((text, index) => (
                        <Td key={columns[index]} className="wrap-anywhere">
                          {text}
                        </Td>
                      ))}
                    </Tr>
                  ))}
                </tbody>
              </Table>
            </div>
          ) : null}
        </div>
      ))}
    </div>
  );
}

function save(pack: Pack, ending: 'json' | 'md') {
  const text = ending === 'json' ? JSON.stringify(pack, null, 2) : writeMarkdown(pack);
  const type = ending === 'json' ? 'application/json' : 'text/markdown';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `evidence-${pack.organizationId}-${pack.madeAt.slice(0, 10)}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}

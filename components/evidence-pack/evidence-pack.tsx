'use client';

import { useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import type { ErrorView } from '@/lib/errors';
import { makeEvidencePack } from '@/lib/features/evidence-pack/actions';
import type { EvidencePack as Pack } from '@/lib/features/evidence-pack/schema';
import { ShownPack } from './shown-pack';
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
      description="For a customer’s security audit: administrators and their sessions, configuration and keys as Scalekit has them now, sign-ins, and what our staff did with the proof of the staff log. Making one is noted there."
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
      <p role="status" className="sr-only">
        {pack ? 'The pack is made.' : null}
      </p>
      {pack ? <ShownPack pack={pack} /> : null}
    </Section>
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

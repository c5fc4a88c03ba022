'use client';

import { DialogLink } from '@/components/ui/dialog-link';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import type { FreezeView } from '@/lib/features/freeze/schema';
import { EndFreezeDialog, StartFreezeDialog } from './dialogs';
import { useFreeze } from './freeze-store';

type Props = { environment: string; drawn: FreezeView | null; mayStart: boolean; mayEnd: boolean };

/** Whether the environment is frozen, and the way to freeze it or to end that. */
export function FreezeSection({ environment, drawn, mayStart, mayEnd }: Props) {
  const freeze = useFreeze(environment, drawn);
  return (
    <>
      <Section
        title="State"
        action={
          <div className="flex flex-wrap gap-2">
            {mayStart ? (
              <DialogLink dialog="freeze" variant={freeze ? 'secondary' : 'danger'} size="small">
                {freeze ? 'Freeze anew' : 'Freeze'}
              </DialogLink>
            ) : null}
            {freeze && mayEnd ? (
              <DialogLink dialog="end-freeze" variant="primary" size="small">
                End freeze
              </DialogLink>
            ) : null}
          </div>
        }
      >
        {/* Who, until when and why stands above every page, above this one too. */}
        {freeze ? <Status tone="warning">Frozen</Status> : <Status tone="success">Not frozen</Status>}
      </Section>
      <StartFreezeDialog environment={environment} />
      {freeze ? <EndFreezeDialog environment={environment} startedAt={freeze.startedAt} /> : null}
    </>
  );
}

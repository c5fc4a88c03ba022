'use client';

import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { Skeleton } from '@/components/ui/skeleton';
import type { DomainHolder } from '@/lib/features/domains/schema';
import { HolderNotice } from './holder-notice';

type Props = { environment: string; organizationId: string; domain: string };

/** Asks who holds a domain that Scalekit has just refused. */
export function LookUpHolder(props: Props) {
  return (
    <LiveQueries>
      <Found {...props} />
    </LiveQueries>
  );
}

function Found({ environment, organizationId, domain }: Props) {
  const input = { organizationId, domain };
  const holder = useLiveQuery<DomainHolder>('domains.holder', environment, input, { staleTime: 0 });
  return (
    <div aria-live="polite">
      {holder.data ? (
        <HolderNotice
          environment={environment}
          organizationId={organizationId}
          domain={domain}
          holder={holder.data}
        />
      ) : holder.error ? (
        <p className="text-table text-quiet">Who has it could not be looked up: {holder.error.message}</p>
      ) : (
        <Skeleton className="h-14" />
      )}
    </div>
  );
}

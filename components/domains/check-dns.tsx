'use client';

import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { DomainCheck, DomainRow } from '@/lib/features/domains/schema';
import { DnsFinding } from './dns-finding';
import { GoneDomain } from './gone-domain';
import { TxtRecord } from './txt-record';
import { explainCheck } from './words';

type Props = LazyDialogProps & { environment: string; organizationId: string; rows: DomainRow[] };

/** What the DNS says of a domain at this moment, beside what it should say. */
export default function CheckDns(props: Props) {
  const row = props.rows.find(({ id }) => id === props.subject);
  if (!row) return <GoneDomain onClose={props.onClose} />;
  return (
    <LiveQueries>
      <CheckDialog {...props} row={row} />
    </LiveQueries>
  );
}

function CheckDialog({ environment, organizationId, row, onClose }: Props & { row: DomainRow }) {
  const check = useLiveQuery<DomainCheck>(
    'domains.check',
    environment,
    { organizationId, domainId: row.id },
    { staleTime: 0 },
  );
  return (
    <Dialog
      title={`DNS of ${row.domain}`}
      description="Looked up now, by the server of this console."
      onClose={onClose}
    >
      <div className="flex flex-col gap-4 px-5 pt-4 pb-5">
        {row.record ? <TxtRecord record={row.record} /> : null}
        <div aria-live="polite">
          {check.isPending ? <Skeleton className="h-16" /> : null}
          {check.error ? (
            <Notice
              tone="danger"
              title="The domain could not be looked up."
              requestId={check.error.requestId}
            >
              {check.error.message}
            </Notice>
          ) : null}
          {check.data ? <DnsFinding check={check.data} words={explainCheck(check.data)} /> : null}
        </div>
      </div>
      <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
        <Button onClick={onClose}>Close</Button>
        <Button variant="primary" pending={check.isFetching} onClick={() => void check.refetch()}>
          Look again
        </Button>
      </footer>
    </Dialog>
  );
}

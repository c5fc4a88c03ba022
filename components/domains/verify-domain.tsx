'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Notice } from '@/components/ui/notice';
import { verifyDomain } from '@/lib/features/domains/actions';
import { type DomainRow, domainInput } from '@/lib/features/domains/schema';
import { GoneDomain } from './gone-domain';
import { TxtRecord } from './txt-record';

type Props = LazyDialogProps & { environment: string; organizationId: string; rows: DomainRow[] };

/** Has Scalekit look for the record now. */
export default function VerifyDomain(props: Props) {
  const row = props.rows.find(({ id }) => id === props.subject);
  return row ? <VerifyForm {...props} row={row} /> : <GoneDomain onClose={props.onClose} />;
}

function VerifyForm({ environment, organizationId, row, onClose }: Props & { row: DomainRow }) {
  const [isMissing, setMissing] = useState(false);
  const form = useActionForm({
    name: `domain.verify:${row.id}`,
    environment,
    schema: domainInput,
    defaultValues: { organizationId, domainId: row.id },
    action: verifyDomain,
    onSuccess: ({ verified }) => {
      if (verified) onClose();
      else setMissing(true);
    },
  });
  return (
    <FormDialog form={form} title={`Verify ${row.domain}`} submitLabel="Verify now" onClose={onClose}>
      <p>Scalekit looks for this record now instead of waiting for its next round.</p>
      {row.record ? <TxtRecord record={row.record} /> : null}
      {isMissing ? (
        <Notice tone="warning" title="Scalekit has not found the record">
          “Check DNS” shows what is there. A change takes up to an hour to arrive everywhere.
        </Notice>
      ) : null}
    </FormDialog>
  );
}

'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import { useSettled } from '@/components/forms/use-settled';
import { usePastedQuery } from '@/components/live/pasted-query';
import { type Comparison, compareInput } from '@/lib/features/certificate-rotation/schema';
import { ComparisonList } from './comparison';
import type { RotatedConnection } from './rotated-connection';

/** What is pasted, beside what is there, as soon as it has stopped changing. */
export function CompareField({ environment, organizationId, connectionId }: RotatedConnection) {
  const { setValue } = useFormContext();
  const settled = useSettled(String(useWatch({ name: 'certificate' }) ?? '').trim());
  const input = { organizationId, connectionId, certificate: settled };
  // What must not travel, a private key above all, is not sent to be looked at.
  const parsed = compareInput.safeParse(input);
  const isSent = settled !== '' && parsed.success;
  const compare = usePastedQuery<Comparison>('certificates.compare', environment, input, isSent);
  const problem = parsed.success ? compare.error?.message : parsed.error.issues[0]?.message;
  const take = (pem: string) => setValue('certificate', pem.trim(), { shouldDirty: true });
  return (
    <div aria-live="polite">
      {isSent && compare.data ? <ComparisonList comparison={compare.data} onTake={take} /> : null}
      {settled !== '' && problem ? <p className="text-table text-quiet">{problem}</p> : null}
    </div>
  );
}

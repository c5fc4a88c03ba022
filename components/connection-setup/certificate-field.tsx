'use client';

import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { TextField } from '@/components/forms/text-field';
import { usePastedQuery } from '@/components/live/pasted-query';
import type { CertificateCheck } from '@/lib/features/connection-setup/schema';
import { formatQuantity } from '@/lib/format';
import { CertificateList } from './certificate-list';
import { fieldLabels } from './labels';

type Props = { environment: string; organizationId: string; connectionId: string; saved: number };

const settleMs = 400;

/** Where certificates are pasted; what stands in them is shown before anything is saved. */
export function CertificateField({ saved, environment, organizationId, connectionId }: Props) {
  const text: string = useWatch({ name: 'idpCertificate' });
  const settled = useSettled(text.trim());
  const check = usePastedQuery<CertificateCheck[]>(
    'connections.certificates',
    environment,
    { organizationId, connectionId, certificates: settled },
    settled !== '',
  );
  const kept =
    saved === 0
      ? 'None is saved yet.'
      : `${formatQuantity(saved, 'certificate is', 'certificates are')} saved and stay: the API has no way to take one away.`;
  return (
    <>
      <TextField
        multiline
        mono
        optional={saved > 0}
        name="idpCertificate"
        label={saved > 0 ? 'Add a signing certificate' : fieldLabels.idpCertificate}
        help={`PEM, or the base64 of the metadata; several one below the other. ${kept}`}
      />
      <div aria-live="polite">
        {settled === '' || !check.data ? null : <CertificateList certificates={check.data} />}
        {settled !== '' && check.error ? (
          <p className="text-table text-quiet">{check.error.message}</p>
        ) : null}
      </div>
    </>
  );
}

/** A text that has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

'use client';

import { useWatch } from 'react-hook-form';
import { TextField } from '@/components/forms/text-field';
import { useSettled } from '@/components/forms/use-settled';
import { usePastedQuery } from '@/components/live/pasted-query';
import { type CertificateCheck, checkCertificatesInput } from '@/lib/features/connection-setup/schema';
import { formatQuantity } from '@/lib/format';
import { CertificateList } from './certificate-list';
import { fieldLabels } from './labels';

type Props = { environment: string; organizationId: string; connectionId: string; saved: number };

/** Where certificates are pasted; what stands in them is shown before anything is saved. */
export function CertificateField({ saved, environment, organizationId, connectionId }: Props) {
  const text: string = useWatch({ name: 'idpCertificate' });
  const settled = useSettled(text.trim());
  const input = { organizationId, connectionId, certificates: settled };
  // What must not travel, a private key above all, is not sent to be looked at.
  const parsed = checkCertificatesInput.safeParse(input);
  const isSent = settled !== '' && parsed.success;
  const check = usePastedQuery<CertificateCheck[]>('connections.certificates', environment, input, isSent);
  const problem = parsed.success ? check.error?.message : parsed.error.issues[0]?.message;
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
        {isSent && check.data ? <CertificateList certificates={check.data} /> : null}
        {settled !== '' && problem ? <p className="text-table text-quiet">{problem}</p> : null}
      </div>
    </>
  );
}

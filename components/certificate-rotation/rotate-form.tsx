'use client';

import { useState } from 'react';
import { ReadSamlMetadata } from '@/components/connection-setup/read-saml-metadata';
import { ActionForm } from '@/components/forms/action-form';
import { ApiCallPreview } from '@/components/forms/api-call-preview';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { Notice } from '@/components/ui/notice';
import { rotateCertificate } from '@/lib/features/certificate-rotation/actions';
import { rotateInput, type SentCertificate } from '@/lib/features/certificate-rotation/schema';
import type { FoundMetadata, SamlFields } from '@/lib/features/connection-setup/schema';
import { formatQuantity } from '@/lib/format';
import { CompareField } from './compare-field';
import type { RotatedConnection } from './rotated-connection';
import { SentNotice } from './sent-notice';

// A private key is pasted here now and then: no draft keeps it.
const secretFields = ['certificate'];

/** Takes the new certificate, from metadata or pasted, and sends it once it was compared. */
export function RotateForm({ metadataUrl, ...about }: RotatedConnection & { metadataUrl: string }) {
  const { environment, organizationId, connectionId } = about;
  const [sent, setSent] = useState<SentCertificate | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const form = useActionForm({
    name: `connection.rotate_certificate:${connectionId}`,
    environment,
    schema: rotateInput,
    defaultValues: { organizationId, connectionId, certificate: '' },
    secretFields,
    action: rotateCertificate,
    onSuccess: (data) => {
      setSent(data);
      setNote(null);
      form.form.reset({ organizationId, connectionId, certificate: '' });
    },
  });
  const take = ({ fields, certificates }: FoundMetadata<SamlFields>) => {
    const count = certificates.length;
    const words = `${formatQuantity(count, 'certificate was', 'certificates were')} found. Nothing is sent yet.`;
    setNote(words);
    announce(words);
    if (!fields.idpCertificate) return;
    form.form.setValue('certificate', fields.idpCertificate.trim(), { shouldDirty: true });
    form.form.setFocus('certificate');
  };
  return (
    <div className="flex flex-col gap-5">
      <ReadSamlMetadata {...about} address={metadataUrl} onFound={take} />
      {note ? <p className="text-table text-quiet">{note}</p> : null}
      <ActionForm
        form={form}
        className="max-w-180"
        footer={
          <footer className="mt-4">
            <SubmitButton label="Send certificate" state={form.state} />
          </footer>
        }
      >
        <TextField
          multiline
          mono
          name="certificate"
          label="New certificate"
          help="PEM, or the base64 of the metadata. It is compared before anything is sent."
        />
        <CompareField {...about} />
        <Notice tone="info" title="Whether an upload adds or replaces is not published">
          Keydesk keeps the certificates that are there now, sends the new one, and reads again what Scalekit
          has then.
        </Notice>
        <ApiCallPreview
          call={{
            method: 'PATCH',
            path: `/api/v1/organizations/${organizationId}/connections/${connectionId}`,
          }}
        />
      </ActionForm>
      {/* Where the eyes are after the button. */}
      {sent ? <SentNotice sent={sent} /> : null}
    </div>
  );
}

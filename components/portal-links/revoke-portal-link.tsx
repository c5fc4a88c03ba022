'use client';

import { useState } from 'react';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Notice } from '@/components/ui/notice';
import { revokePortalLink } from '@/lib/features/portal-links/actions';
import { revokePortalLinkInput } from '@/lib/features/portal-links/schema';
import type { OfOrganization } from './dialogs';

type Props = LazyDialogProps & OfOrganization;

/** Asks before a durable link is closed, and says what could not be closed with it. */
export default function RevokePortalLink({ environment, organizationId, subject, onClose }: Props) {
  const [leftover, setLeftover] = useState(false);
  const form = useActionForm({
    name: `portal_link.revoke:${subject}`,
    environment,
    schema: revokePortalLinkInput,
    defaultValues: { organizationId, linkId: subject },
    action: revokePortalLink,
    onSuccess: ({ lastMinted }) => (lastMinted === 'left_to_expire' ? setLeftover(true) : onClose()),
  });
  if (leftover) return <RevokedWithLeftover onClose={onClose} />;
  return (
    <ConfirmDialog
      form={form}
      title="Revoke this portal link?"
      submitLabel="Revoke"
      effects={[
        'Its page stops working at once and says that the link was withdrawn.',
        'The Scalekit link that it made last is deleted.',
        'A setup portal that is open already stays open for up to six hours: Scalekit cannot end it.',
      ]}
      call={{
        method: 'DELETE',
        path: `/api/v1/organizations/${organizationId}/portal_links/{id of the last one}`,
      }}
      onClose={onClose}
    >
      There is no way back. To let the customer in again, create a new link.
    </ConfirmDialog>
  );
}

function RevokedWithLeftover({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="The portal link is revoked" onClose={onClose}>
      <div className="px-5 pt-4 pb-5">
        <Notice live tone="warning" title="The last one-minute link could not be deleted at Scalekit.">
          If it has not been opened yet, it may still open the setup portal until its minute is over.
        </Notice>
      </div>
      <footer className="flex justify-end border-t border-line px-5 py-3">
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      </footer>
    </Dialog>
  );
}

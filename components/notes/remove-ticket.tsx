'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { removeAnyTicketLink, removeTicketLink } from '@/lib/features/notes/actions';
import { type TicketLinkRow, ticketLinkInput } from '@/lib/features/notes/schema';
import type { WithLinks } from './dialogs';

type Props = LazyDialogProps & WithLinks;

/** Takes a ticket link away; somebody else's where one may. */
export default function RemoveTicket(props: Props) {
  const link = props.links.find(({ linkId }) => linkId === props.subject);
  if (link) return <RemoveForm {...props} link={link} />;
  return (
    <MessageDialog title="This ticket link is not in the list" onClose={props.onClose}>
      It was removed already.
    </MessageDialog>
  );
}

function RemoveForm({ environment, organizationId, link, onClose }: Props & { link: TicketLinkRow }) {
  const form = useActionForm({
    name: `ticket_link.remove:${link.linkId}`,
    environment,
    schema: ticketLinkInput,
    defaultValues: { organizationId, linkId: link.linkId },
    action: link.own ? removeTicketLink : removeAnyTicketLink,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      danger
      form={form}
      title={`Remove ${link.label}?`}
      submitLabel="Remove link"
      onClose={onClose}
    >
      <p>Only the link goes. The ticket stays where it is.</p>
    </FormDialog>
  );
}

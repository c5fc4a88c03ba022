import type { ReactNode } from 'react';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import type { ClientSecretRow } from '@/lib/client-secret';
import type { ClientRow } from '@/lib/features/clients/schema';

type Props = Pick<LazyDialogProps, 'subject' | 'onClose'> & {
  client: ClientRow;
  children: (secret: ClientSecretRow) => ReactNode;
};

/** Finds the secret that a dialog is about, or says that it is gone. */
export function WithSecret({ client, subject, onClose, children }: Props) {
  const secret = client.secrets.find(({ id }) => id === subject);
  if (secret) return children(secret);
  return (
    <MessageDialog title="This secret is not there any more" onClose={onClose}>
      Somebody else has removed it.
    </MessageDialog>
  );
}

import { MessageDialog } from '@/components/ui/message-dialog';

/** For an address that names a key which this page does not list. */
export function GoneApiKey({ onClose }: { onClose: () => void }) {
  return (
    <MessageDialog title="This key is not in the list" onClose={onClose}>
      It was revoked or has expired, it stands on another page of the list, or the filter hides it.
    </MessageDialog>
  );
}

import { MessageDialog } from '@/components/ui/message-dialog';

/** For an address that names a domain which this page does not list. */
export function GoneDomain({ onClose }: { onClose: () => void }) {
  return (
    <MessageDialog title="This domain is not in the list" onClose={onClose}>
      It was deleted, or it stands on another page of the list.
    </MessageDialog>
  );
}

import { MessageDialog } from '@/components/ui/message-dialog';

/** For an address that names a member whom this page does not list. */
export function AbsentMember({ onClose }: { onClose: () => void }) {
  return (
    <MessageDialog title="This member is not in the list" onClose={onClose}>
      They were removed, they stand on another page of the list, or the search hides them.
    </MessageDialog>
  );
}

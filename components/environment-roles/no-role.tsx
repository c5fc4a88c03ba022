import { MessageDialog } from '@/components/ui/message-dialog';

/** For an address that names a role which the environment does not have. */
export function NoRole({ onClose }: { onClose: () => void }) {
  return (
    <MessageDialog title="There is no such role" onClose={onClose}>
      It was deleted, or it belongs to one organization: then it is changed there.
    </MessageDialog>
  );
}

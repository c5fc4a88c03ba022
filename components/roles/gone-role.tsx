import { MessageDialog } from '@/components/ui/message-dialog';

/** For an address that names a role which cannot be changed here. */
export function GoneRole({ onClose }: { onClose: () => void }) {
  return (
    <MessageDialog title="This role cannot be changed here" onClose={onClose}>
      It was deleted, or it belongs to the environment: then a change would concern every organization.
    </MessageDialog>
  );
}

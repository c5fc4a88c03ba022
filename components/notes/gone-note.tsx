import { MessageDialog } from '@/components/ui/message-dialog';

/** For an address that names a note which this page does not list, or which is somebody else's. */
export function GoneNote({ onClose }: { onClose: () => void }) {
  return (
    <MessageDialog title="This note cannot be changed here" onClose={onClose}>
      It was deleted, stands on another page of the list, or is somebody else’s.
    </MessageDialog>
  );
}

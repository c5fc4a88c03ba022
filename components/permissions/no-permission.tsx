import { MessageDialog } from '@/components/ui/message-dialog';

/** For an address that names a permission which cannot be changed. */
export function NoPermission({ onClose }: { onClose: () => void }) {
  return (
    <MessageDialog title="This permission cannot be changed" onClose={onClose}>
      It was deleted, or it is Scalekit’s own: every environment has it and nobody changes it.
    </MessageDialog>
  );
}

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/** For an address that names a member whom this page does not list. */
export function AbsentMember({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="This member is not in the list" onClose={onClose}>
      <p className="px-5 pt-4 pb-5">
        They were removed, they stand on another page of the list, or the search hides them.
      </p>
      <footer className="flex justify-end border-t border-line px-5 py-3">
        <Button onClick={onClose}>Close</Button>
      </footer>
    </Dialog>
  );
}

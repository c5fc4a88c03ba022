import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/** For an address that names a key which this page does not list. */
export function GoneApiKey({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="This key is not in the list" onClose={onClose}>
      <p className="px-5 pt-4 pb-5">
        It was revoked or has expired, it stands on another page of the list, or the filter hides it.
      </p>
      <footer className="flex justify-end border-t border-line px-5 py-3">
        <Button onClick={onClose}>Close</Button>
      </footer>
    </Dialog>
  );
}

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/** For an address that names a domain which this page does not list. */
export function GoneDomain({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="This domain is not in the list" onClose={onClose}>
      <p className="px-5 pt-4 pb-5">It was deleted, or it stands on another page of the list.</p>
      <footer className="flex justify-end border-t border-line px-5 py-3">
        <Button onClick={onClose}>Close</Button>
      </footer>
    </Dialog>
  );
}

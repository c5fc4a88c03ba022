import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

type Props = { title: string; children: ReactNode; onClose: () => void };

/** Something to read and to close: for an address that names a thing which the page does not have. */
export function MessageDialog({ title, children, onClose }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="px-5 pt-4 pb-5">{children}</p>
      <footer className="flex justify-end border-t border-line px-5 py-3">
        <Button onClick={onClose}>Close</Button>
      </footer>
    </Dialog>
  );
}

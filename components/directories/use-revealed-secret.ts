import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { RevealedDirectorySecret } from '@/lib/features/directories/schema';

/** A secret's value for as long as its dialog is open; the page is read again only when it is put away. */
export function useRevealedSecret(onClose: () => void) {
  const router = useRouter();
  const [secret, setSecret] = useState<RevealedDirectorySecret | null>(null);
  const putAway = () => {
    setSecret(null);
    onClose();
    router.refresh();
  };
  return { secret, setSecret, putAway };
}

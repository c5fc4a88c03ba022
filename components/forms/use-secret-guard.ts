import { useEffect } from 'react';

/**
 * While a secret stands on the page: leaving asks first, and takes the secret out of the page, so that the browser's
 * back button finds nothing. `drop` empties the state that holds it.
 */
export function useSecretGuard(drop: () => void): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    window.addEventListener('pagehide', drop);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('pagehide', drop);
    };
  }, [drop]);
}

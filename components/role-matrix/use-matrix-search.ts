import { useEffect, useState } from 'react';
import type { MatrixSearch } from './search';

const patienceMs = 200;

/** What is shown, and a way to change it that also changes the address, without asking the server again. */
export function useMatrixSearch(initial: MatrixSearch) {
  const [search, setSearch] = useState(initial);
  useEffect(() => {
    const timer = setTimeout(() => writeAddress(search), patienceMs);
    return () => clearTimeout(timer);
  }, [search]);
  const change = (part: Partial<MatrixSearch>) => setSearch((now) => ({ ...now, ...part }));
  return { search, change };
}

/** Puts the filters into the address; what else stands there, such as an open dialog, stays. */
function writeAddress(search: MatrixSearch): void {
  const parameters = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(search)) {
    const trimmed = value.trim();
    if (trimmed) parameters.set(key, trimmed);
    else parameters.delete(key);
  }
  // A colon is legal in a query; escaped it only makes the address harder to read.
  const text = parameters.toString().replaceAll('%3A', ':');
  const address = text === '' ? location.pathname : `${location.pathname}?${text}`;
  if (address !== `${location.pathname}${location.search}`) window.history.replaceState(null, '', address);
}

const parameter = 'dialog';

/**
 * Reads `?dialog=revoke:apit_1`: null when another dialog or none is asked for,
 * else the part after the colon (empty when there is none).
 */
export function readDialogSubject(search: string | URLSearchParams, name: string): string | null {
  const value = new URLSearchParams(search).get(parameter);
  if (value === name) return '';
  return value?.startsWith(`${name}:`) ? value.slice(name.length + 1) : null;
}

/** The same search string with another dialog, or with none; everything else stays. */
export function withDialog(search: string | URLSearchParams, dialog: string | null): string {
  const parameters = new URLSearchParams(search);
  if (dialog === null) parameters.delete(parameter);
  else parameters.set(parameter, dialog);
  // A colon is legal in a query; escaped it only makes the address harder to read.
  const text = parameters.toString().replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

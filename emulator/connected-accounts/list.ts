import type { ConnectedAccountRow } from './rows';

/** True when the text is part of what people know an account by, whatever the case. */
export function matchesText(row: ConnectedAccountRow, text: string): boolean {
  const wanted = text.toLowerCase();
  const places = [row.id, row.identifier, row.connector, row.provider];
  return places.some((place) => place.toLowerCase().includes(wanted));
}

import type { z } from 'zod';
import type { ConnectionRow, searchConnectionsInput } from './schema';

type Filter = Omit<z.output<typeof searchConnectionsInput>, 'pageToken' | 'domain'>;

/** What the API's search does, for lists that it does not search. */
export function matches(row: ConnectionRow, { text, type, provider, status, enabled }: Filter): boolean {
  const words = [row.id, row.keyId, row.organizationName, row.organizationId, row.provider];
  return (
    words.some((word) => word?.toLowerCase().includes(text.toLowerCase())) &&
    (!type || row.type === type) &&
    (!provider || row.providerKey === provider) &&
    (!status || row.status === status) &&
    (!enabled || row.enabled === (enabled === 'yes'))
  );
}

import { Facts } from '@/components/ui/facts';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ApiClientRow } from '@/lib/features/api-clients/schema';
import { formatQuantity } from '@/lib/format';

/** What the tokens of a client say, and since when. */
export function ApiClientFacts({ client }: { client: ApiClientRow }) {
  const list = (items: string[]) =>
    items.length === 0 ? 'none' : <span className="font-mono text-xs wrap-anywhere">{items.join(' ')}</span>;
  return (
    <Facts
      facts={[
        { term: 'Description', value: client.description ?? '–' },
        { term: 'Scopes', value: list(client.scopes) },
        { term: 'Audience', value: list(client.audience) },
        { term: 'Tokens live', value: formatQuantity(client.expirySeconds, 'second') },
        { term: 'Claims', value: list(client.customClaims.map(({ key, value }) => `${key}=${value}`)) },
        { term: 'Created', value: <RelativeTime time={client.createdAt} /> },
        { term: 'Changed', value: <RelativeTime time={client.updatedAt} /> },
      ]}
    />
  );
}

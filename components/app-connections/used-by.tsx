import { Facts } from '@/components/ui/facts';
import type { Result } from '@/lib/errors';
import type { AppConnectionImpact } from '@/lib/features/app-connections/schema';
import { formatCount, formatList } from '@/lib/format';

/** What would go with a connection. What an environment refuses to tell is said, and the rest still counts. */
export async function UsedBy({ impact }: { impact: Promise<Result<AppConnectionImpact>> }) {
  const read = await impact;
  const { accounts, configs } = read.ok ? read.data : { accounts: null, configs: null };
  return (
    <Facts
      facts={[
        {
          term: 'Connected accounts',
          value: accounts === null ? 'could not be counted' : formatCount(accounts),
        },
        {
          term: 'MCP configurations',
          value:
            configs === null
              ? 'could not be looked up'
              : configs.length === 0
                ? 'none of the first 30'
                : formatList(configs),
        },
      ]}
    />
  );
}

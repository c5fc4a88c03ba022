import Link from 'next/link';
import { Facts } from '@/components/ui/facts';
import type { Result } from '@/lib/errors';
import type { AppConnectionImpact } from '@/lib/features/app-connections/schema';
import { formatCount, formatList } from '@/lib/format';

type Props = {
  impact: Promise<Result<AppConnectionImpact>>;
  /** The list of the accounts. */
  accountsHref: string;
};

/** What would go with a connection. What an environment refuses to tell is said, and the rest still counts. */
export async function UsedBy({ impact, accountsHref }: Props) {
  const read = await impact;
  const { accounts, configs } = read.ok ? read.data : { accounts: null, configs: null };
  return (
    <Facts
      facts={[
        {
          term: 'Connected accounts',
          value:
            accounts === null ? (
              'could not be counted'
            ) : (
              <Link href={accountsHref} prefetch={false} className="text-link">
                {formatCount(accounts)}
              </Link>
            ),
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

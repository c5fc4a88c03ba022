import Link from 'next/link';
import { ExpiryAge, ExpiryQueue } from '@/components/expiry/expiry-queue';
import { MoreExpires, PastExpired } from '@/components/expiry/expiry-soon';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { soonDays } from '@/lib/features/expiry/schema';
import { listExpirySoon } from '@/lib/features/expiry/soon';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

/** What stops working within thirty days, nearest first, and how much has stopped. */
export async function ExpiringPanel({ environment }: { environment: string }) {
  const soon = await settle(listExpirySoon(environment, {}));
  const all = (
    <Link prefetch={false} className="text-table text-link" href={paths.expiry(environment)}>
      All that expires
    </Link>
  );
  return (
    <Section
      title={`What expires within ${soonDays} days`}
      description={soon.ok ? <ExpiryAge oldest={soon.data.oldest} /> : null}
      action={all}
    >
      {!soon.ok ? (
        <ErrorPanel
          title="What expires could not be read."
          error={soon.error}
          retryHref={paths.desk(environment)}
        />
      ) : (
        <>
          <PastExpired environment={environment} past={soon.data.past} />
          {soon.data.rows.length === 0 ? (
            <p className="text-quiet">Nothing that is known runs out within {soonDays} days.</p>
          ) : (
            <ExpiryQueue environment={environment} rows={soon.data.rows} now={Date.now()} brief />
          )}
          <MoreExpires environment={environment} more={soon.data.more} />
        </>
      )}
    </Section>
  );
}

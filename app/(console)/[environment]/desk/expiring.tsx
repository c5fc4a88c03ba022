import Link from 'next/link';
import { ExpiryAge, ExpiryQueue } from '@/components/expiry/expiry-queue';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { listExpiryQueue } from '@/lib/features/expiry/queue';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

const shown = 8;

/** What stops working within thirty days, nearest first. */
export async function ExpiringPanel({ environment }: { environment: string }) {
  const queue = await settle(listExpiryQueue(environment, { within: 30, pageToken: '' }));
  const all = (
    <Link prefetch={false} className="text-table text-link" href={paths.expiry(environment)}>
      All that expires
    </Link>
  );
  return (
    <Section
      title="What expires within 30 days"
      description={queue.ok ? <ExpiryAge oldest={queue.data.oldest} /> : null}
      action={all}
    >
      {!queue.ok ? (
        <ErrorPanel
          title="What expires could not be read."
          error={queue.error}
          retryHref={paths.desk(environment)}
        />
      ) : queue.data.rows.length === 0 ? (
        <p className="text-quiet">Nothing that is known runs out within 30 days.</p>
      ) : (
        <ExpiryQueue
          environment={environment}
          rows={queue.data.rows.slice(0, shown)}
          now={Date.now()}
          brief
        />
      )}
    </Section>
  );
}

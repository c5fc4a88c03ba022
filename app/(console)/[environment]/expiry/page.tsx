import type { Metadata } from 'next';
import { z } from 'zod';
import { ExpiryAge, ExpiryQueue } from '@/components/expiry/expiry-queue';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { listExpiryQueue } from '@/lib/features/expiry/queue';
import { expiryQueuePageSize } from '@/lib/features/expiry/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'What expires' };

const choices = [7, 30, 90, 365] as const;
const searchSchema = listPosition.extend({
  within: z.coerce.number().int().min(1).max(366).default(30).catch(30),
});

/** What will stop working soon, at all customers. */
export default async function ExpiryPage(props: PageProps<'/[environment]/expiry'>) {
  const { environment } = await props.params;
  const { cursor, from, within } = searchSchema.parse(await props.searchParams);
  const path = paths.expiry(environment);
  const queue = await settle(listExpiryQueue(environment, { within, pageToken: cursor }));
  return (
    <>
      <PageHeader title="What expires" />
      <nav aria-label="How far ahead" className="mt-3 flex flex-wrap gap-2">
        {choices.map((days) => (
          <LinkButton
            key={days}
            size="small"
            variant={days === within ? 'primary' : 'secondary'}
            aria-current={days === within ? 'page' : undefined}
            href={withSearch(path, { within: days })}
          >
            {days} days
          </LinkButton>
        ))}
      </nav>
      {!queue.ok ? (
        <ErrorPanel title="What expires could not be read." error={queue.error} retryHref={path} />
      ) : (
        <>
          <p className="measure my-3 text-table text-quiet">
            <ExpiryAge oldest={queue.data.oldest} />
          </p>
          {queue.data.rows.length === 0 ? (
            <EmptyState title="Nothing runs out in that time">
              SAML certificates, SCIM and client secrets, API keys, portal links, connected accounts and
              invitations of all customers show here, nearest first.
            </EmptyState>
          ) : (
            <ExpiryQueue environment={environment} rows={queue.data.rows} now={Date.now()} />
          )}
          {queue.data.rows.length > 0 ? (
            <Pagination
              {...pageLinks(
                path,
                { within: String(within) },
                queue.data,
                { cursor, from },
                expiryQueuePageSize,
              )}
            />
          ) : null}
        </>
      )}
    </>
  );
}

import type { Metadata } from 'next';
import { z } from 'zod';
import { ExpiryChoices } from '@/components/expiry/expiry-choices';
import { ExpiryLimits } from '@/components/expiry/expiry-limits';
import { ExpiryAge, ExpiryQueue } from '@/components/expiry/expiry-queue';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { listExpiryQueue } from '@/lib/features/expiry/queue';
import { expiringKinds, expiryQueuePageSize } from '@/lib/features/expiry/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'What expires' };

const searchSchema = listPosition.extend({
  within: z.coerce.number().int().min(1).max(366).default(30).catch(30),
  when: z.literal('past').optional().catch(undefined),
  kind: z.enum(expiringKinds).optional().catch(undefined),
});

/** What will stop working soon, at all customers, and what has. */
export default async function ExpiryPage(props: PageProps<'/[environment]/expiry'>) {
  const { environment } = await props.params;
  const { cursor, from, within, when, kind } = searchSchema.parse(await props.searchParams);
  const path = paths.expiry(environment);
  const past = when === 'past';
  const span = past ? { when } : { within: String(within) };
  const queue = await settle(listExpiryQueue(environment, { within, past, kind, pageToken: cursor }));
  return (
    <>
      <PageHeader title="What expires">
        <p className="text-table">{queue.ok ? <ExpiryAge oldest={queue.data.oldest} /> : null}</p>
      </PageHeader>
      <ExpiryChoices
        environment={environment}
        within={past ? null : within}
        kind={kind}
        counts={queue.ok ? queue.data : null}
      />
      {!queue.ok ? (
        <ErrorPanel title="What expires could not be read." error={queue.error} retryHref={path} />
      ) : queue.data.rows.length === 0 ? (
        <EmptyState title={past ? 'Nothing has run out' : 'Nothing runs out in that time'}>
          SAML certificates, SCIM and client secrets, API keys, portal links, links to connect an account,
          connected accounts and invitations of all customers show here{past ? '' : ', nearest first'}.
        </EmptyState>
      ) : (
        <>
          <ExpiryQueue environment={environment} rows={queue.data.rows} now={Date.now()} past={past} />
          <Pagination
            {...pageLinks(path, { ...span, kind }, queue.data, { cursor, from }, expiryQueuePageSize)}
          />
        </>
      )}
      <ExpiryLimits />
    </>
  );
}

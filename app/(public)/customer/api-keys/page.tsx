import type { Metadata } from 'next';
import { ApiKeyList } from '@/components/customer/api-key-list';
import { ClosedPage } from '@/components/customer/closed-page';
import { CustomerFrame } from '@/components/customer/customer-frame';
import { CreateKeyDialog, RevokeKeyDialog } from '@/components/customer/dialogs';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { readCustomer } from '@/lib/auth/customer-page';
import { customerPaths } from '@/lib/customer-paths';
import { listOwnApiKeys } from '@/lib/features/api-keys/customer-queries';
import { apiKeyPageSize } from '@/lib/features/api-keys/schema';
import { getOwnLink } from '@/lib/features/portal-links/customer-queries';
import { listPosition, pageLinks } from '@/lib/page-links';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'API keys' };

/** The active API keys of the customer's organization. Their values are nowhere to be had. */
export default async function OwnApiKeysPage(props: PageProps<'/customer/api-keys'>) {
  const position = listPosition.parse(await props.searchParams);
  const reading = await readCustomer();
  if (reading.state !== 'open') return <ClosedPage reason={reading.state} />;
  const [link, list] = await Promise.all([
    getOwnLink({}),
    settle(listOwnApiKeys({ pageToken: position.cursor })),
  ]);
  const rows = list.ok ? list.data.rows : [];
  return (
    <CustomerFrame link={link}>
      <Section
        title="API keys"
        description="With a key, a program of yours acts for your organization. Only active keys are listed."
        action={
          <DialogLink dialog="create" variant="primary">
            Create an API key
          </DialogLink>
        }
      >
        {!list.ok ? (
          <ErrorPanel
            title="The API keys could not be read."
            error={list.error}
            retryHref={customerPaths.apiKeys}
          />
        ) : rows.length === 0 ? (
          <EmptyState title="No active API keys">
            A key is shown once, when it is created. Give each program its own, so that one can be revoked
            without the others.
          </EmptyState>
        ) : (
          <>
            <ApiKeyList rows={rows} />
            <Pagination {...pageLinks(customerPaths.apiKeys, {}, list.data, position, apiKeyPageSize)} />
          </>
        )}
        <CreateKeyDialog />
        <RevokeKeyDialog rows={rows} />
      </Section>
    </CustomerFrame>
  );
}

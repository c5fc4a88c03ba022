import type { Metadata } from 'next';
import { z } from 'zod';
import { ApiKeyBar } from '@/components/api-keys/api-key-bar';
import { ApiKeyFilter } from '@/components/api-keys/api-key-filter';
import { ApiKeyTable } from '@/components/api-keys/api-key-table';
import { CreateApiKeyDialog, EditApiKeyDialog, RevokeApiKeyDialog } from '@/components/api-keys/dialogs';
import { Selection } from '@/components/selection/selection';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listApiKeys } from '@/lib/features/api-keys/queries';
import { apiKeyPageSize } from '@/lib/features/api-keys/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { userId } from '@/lib/scalekit-ids';
import { settle } from '@/lib/server/settle';
import { AsCode } from '../../../as-code';

export const metadata: Metadata = { title: 'API keys' };

const searchSchema = listPosition.extend({ user: z.string().trim().max(100).default('').catch('') });

/** The active API keys of an organization, or of one of its users. Their values are nowhere to be had. */
export default async function ApiKeysPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/api-keys'>,
) {
  const { environment, organizationId } = await props.params;
  const { user: typed, ...position } = searchSchema.parse(await props.searchParams);
  const parsed = userId.optional().safeParse(typed || undefined);
  const user = parsed.data;
  const principal = await requirePagePrincipal(environment);
  const path = paths.apiKeys(environment, organizationId);
  const list = await settle(
    listApiKeys(environment, { organizationId, userId: user, pageToken: position.cursor }),
  );
  const mayCreate = can(principal, 'api_key.create');
  const mayUpdate = can(principal, 'api_key.update');
  const mayRevoke = can(principal, 'api_key.revoke');
  const rows = list.ok ? list.data.rows : [];
  const about = { environment, organizationId };
  const acts = (
    <span className="flex flex-wrap justify-end gap-2">
      {mayRevoke && rows.length > 0 ? (
        <DialogLink dialog="revoke-selected:all" variant="secondary">
          Revoke all
        </DialogLink>
      ) : null}
      {mayCreate ? (
        <DialogLink dialog="create" variant="primary">
          Create API key
        </DialogLink>
      ) : null}
    </span>
  );
  return (
    <Section
      title="API keys"
      description="Active keys. Scalekit does not list revoked or expired ones, and does not say when a key was last used."
      action={acts}
    >
      <ApiKeyFilter path={path} typed={typed} problem={parsed.error?.issues[0]?.message} />
      {!list.ok ? (
        <ErrorPanel title="The API keys could not be read." error={list.error} retryHref={path} />
      ) : rows.length === 0 ? (
        <EmptyState title={user ? 'No active API keys of this user' : 'No active API keys'}>
          A key lets the customer’s own programs call your API, for the whole organization or as one of its
          users.
        </EmptyState>
      ) : (
        <Selection all={rows.map(({ tokenId }) => tokenId)}>
          <ApiKeyTable rows={rows} mayUpdate={mayUpdate} mayRevoke={mayRevoke} />
          {mayRevoke ? <ApiKeyBar {...about} rows={rows} /> : null}
          <Pagination {...pageLinks(path, { user }, list.data, position, apiKeyPageSize)} />
        </Selection>
      )}
      <AsCode
        environment={environment}
        calls={[
          {
            operation: 'tokens.createToken',
            input: { token: { organization_id: organizationId, user_id: user } },
          },
          { operation: 'tokens.listTokens', input: { organization_id: organizationId, user_id: user } },
        ]}
      />
      {mayCreate ? <CreateApiKeyDialog {...about} /> : null}
      {mayUpdate ? <EditApiKeyDialog {...about} rows={rows} /> : null}
      {mayRevoke ? <RevokeApiKeyDialog {...about} rows={rows} /> : null}
    </Section>
  );
}

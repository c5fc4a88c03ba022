import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import type { Result } from '@/lib/errors';
import { type AccountPage, accountPageSize } from '@/lib/features/connected-accounts/schema';
import type { AccountAddress } from '@/lib/features/connected-accounts/search';
import { formatCount } from '@/lib/format';
import { type ListPosition, pageLinks } from '@/lib/page-links';
import { withSearch } from '@/lib/paths';
import { AccountTable } from './account-table';

type Props = {
  environment: string;
  /** Whose they are; empty for the whole environment. */
  organizationId: string;
  path: string;
  address: AccountAddress;
  position: ListPosition;
  list: Result<AccountPage>;
  maySend: boolean;
  /** The act that adds one. */
  create: ReactNode;
};

/** The accounts that were found, or why there are none. */
export function AccountList(props: Props) {
  const { environment, organizationId, path, address, position, list, maySend, create } = props;
  if (!list.ok) {
    const retryHref = withSearch(path, address);
    return (
      <ErrorPanel
        title="The connected accounts could not be read."
        error={list.error}
        retryHref={retryHref}
      />
    );
  }
  const { rows, looked, nextToken } = list.data;
  const links = pageLinks(path, address, list.data, position, accountPageSize);
  const read =
    looked === null ? null : (
      <p className="mb-2 text-table text-quiet">
        Scalekit cannot be asked for a state: {formatCount(looked)} accounts were read to find these
        {nextToken ? ', and there are more' : ''}.
      </p>
    );
  if (rows.length > 0) {
    return (
      <>
        {read}
        <AccountTable
          environment={environment}
          organizationId={organizationId}
          rows={rows}
          maySend={maySend}
        />
        <Pagination {...links} />
      </>
    );
  }
  const isNarrowed = Object.values(address).some(Boolean);
  if (looked !== null && nextToken) {
    return (
      <EmptyState
        title={`None among ${formatCount(looked)} accounts`}
        action={links.nextHref ? <LinkButton href={links.nextHref}>Read on</LinkButton> : null}
      >
        Scalekit cannot be asked for a state, so accounts are read in turn. There are more.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={isNarrowed ? 'No connected account matches' : 'No connected accounts yet'}
      action={isNarrowed ? null : create}
    >
      {isNarrowed
        ? 'Identifiers, keys and ids are compared as Scalekit has them.'
        : 'A connected account is one person’s account at a provider, such as a mailbox, with which agents act for them.'}
    </EmptyState>
  );
}

import type { Metadata } from 'next';
import { RevokeHandOverDialog } from '@/components/hand-overs/dialogs';
import { HandOverList } from '@/components/hand-overs/hand-over-list';
import { ErrorPanel } from '@/components/ui/error-panel';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listHandOvers } from '@/lib/features/hand-overs/queries';
import { handOverPageSize } from '@/lib/features/hand-overs/schema';
import { listPosition, pageLinks } from '@/lib/page-links';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Hand-overs' };

type Props = PageProps<'/[environment]/organizations/[organizationId]/hand-overs'>;

/** The secrets of one organization that were handed over by link, and what became of each. */
export default async function HandOversPage(props: Props) {
  const { environment, organizationId } = await props.params;
  const position = listPosition.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const list = await settle(listHandOvers(environment, { organizationId, pageToken: position.cursor }));
  const path = paths.handOvers(environment, organizationId);
  const mayRevoke = can(principal, 'hand_over.revoke');
  return (
    <>
      {list.ok ? (
        <HandOverList
          rows={list.data.rows}
          pages={pageLinks(path, {}, list.data, position, handOverPageSize)}
          mayRevoke={mayRevoke}
        />
      ) : (
        <ErrorPanel title="The hand-overs could not be read." error={list.error} retryHref={path} />
      )}
      {mayRevoke ? <RevokeHandOverDialog environment={environment} organizationId={organizationId} /> : null}
    </>
  );
}

import type { Metadata } from 'next';
import { DeadHandOver } from '@/components/hand-overs/dead-hand-over';
import { OpenHandOver } from '@/components/hand-overs/open-hand-over';
import { PublicFrame } from '@/components/hand-overs/public-frame';
import { ErrorPanel } from '@/components/ui/error-panel';
import { findPublicHandOver } from '@/lib/features/hand-overs/take-hand-over';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'A secret for you' };

/** The page of a hand-over's link. Takes nothing: mail scanners follow links too. */
export default async function HandOverPage(props: PageProps<'/s/[id]'>) {
  const { id: token } = await props.params;
  // What is thrown here would be logged by Next with the path, which holds the token.
  const found = await settle(findPublicHandOver(token));
  if (!found.ok) {
    return (
      <PublicFrame title="This page could not be shown">
        <ErrorPanel title="Nothing was opened. Load the page again in a minute." error={found.error} />
      </PublicFrame>
    );
  }
  const handOver = found.data;
  if (handOver.state !== 'waiting') return <DeadHandOver dead={handOver} />;
  return <OpenHandOver token={token} expiresAt={handOver.expiresAt} />;
}

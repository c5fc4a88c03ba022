import type { Metadata } from 'next';
import Link from 'next/link';
import { FreezeSection } from '@/components/freeze/freeze-section';
import { WhatGoesOn } from '@/components/freeze/what-goes-on';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getFreeze } from '@/lib/features/freeze/queries';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Freeze' };

/** Where an administrator stops all changes of an environment, and lets them go on again. */
export default async function FreezePage(props: PageProps<'/[environment]/admin/freeze'>) {
  const { environment } = await props.params;
  const [principal, freeze] = await Promise.all([
    requirePagePrincipal(environment),
    settle(getFreeze(environment, {})),
  ]);
  const mayStart = can(principal, 'freeze.start', { kind: 'environment' });
  const mayEnd = can(principal, 'freeze.end', { kind: 'environment' });
  return (
    <>
      <PageHeader title="Freeze">
        For an incident, a migration or an audit: nothing of {environment} is changed at Scalekit through this
        console for a while. In the staff log:{' '}
        <InLog environment={environment} action="freeze.start" words="who froze it" />,{' '}
        <InLog environment={environment} action="freeze.end" words="who ended that" />.
      </PageHeader>
      {freeze.ok ? (
        <FreezeSection environment={environment} drawn={freeze.data} mayStart={mayStart} mayEnd={mayEnd} />
      ) : (
        <ErrorPanel
          title="The state could not be read."
          error={freeze.error}
          retryHref={paths.adminFreeze(environment)}
        />
      )}
      <WhatGoesOn />
    </>
  );
}

function InLog({ environment, action, words }: { environment: string; action: string; words: string }) {
  return (
    <Link href={withSearch(paths.staffLog(environment), { action })} className="text-link">
      {words}
    </Link>
  );
}

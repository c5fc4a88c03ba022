import { Suspense } from 'react';
import { ExpiryFrame, ExpiryList } from '@/components/expiry/expiry-list';
import { ErrorPanel } from '@/components/ui/error-panel';
import type { Result } from '@/lib/errors';
import { listExpiringCertificates } from '@/lib/features/expiry/queries';
import type { OrganizationExpiry as Expiry } from '@/lib/features/expiry/schema';
import { selectExpiring } from '@/lib/features/expiry/select';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

type Props = { environment: string; organizationId: string; expiring: Result<Expiry> };

/** What runs out. Certificates take a second answer, so the page does not wait for this part. */
export function OrganizationExpiry({ environment, organizationId, expiring }: Props) {
  if (!expiring.ok) {
    return (
      <ExpiryFrame>
        <ErrorPanel
          title="What expires could not be read."
          error={expiring.error}
          retryHref={paths.organization(environment, organizationId)}
        />
      </ExpiryFrame>
    );
  }
  return (
    <ExpiryFrame>
      <Suspense fallback={<p className="text-quiet">Reading the certificates…</p>}>
        <WithCertificates environment={environment} organizationId={organizationId} expiry={expiring.data} />
      </Suspense>
    </ExpiryFrame>
  );
}

type ListProps = { environment: string; organizationId: string; expiry: Expiry };

async function WithCertificates({ environment, organizationId, expiry }: ListProps) {
  const certificates = await settle(listExpiringCertificates(environment, { organizationId }));
  const more = certificates.ok
    ? certificates.data
    : { rows: [], gaps: ['The certificates could not be read.'] };
  return (
    <ExpiryList
      environment={environment}
      organizationId={organizationId}
      rows={selectExpiring([...expiry.rows, ...more.rows])}
      gaps={[...expiry.gaps, ...more.gaps]}
      now={Date.now()}
    />
  );
}

import { Suspense } from 'react';
import { ExpiryFrame, ExpiryList } from '@/components/expiry/expiry-list';
import { ErrorPanel } from '@/components/ui/error-panel';
import type { Result } from '@/lib/errors';
import type { OrganizationExpiry as Expiry, ExpiryList as Rows } from '@/lib/features/expiry/schema';
import { selectExpiring } from '@/lib/features/expiry/select';
import { paths } from '@/lib/paths';

type Props = {
  environment: string;
  organizationId: string;
  expiring: Result<Expiry>;
  /** Under way since the page began. */
  certificates: Promise<Result<Rows>>;
};

/** What runs out. Certificates take a second answer, so the page does not wait for this part. */
export function OrganizationExpiry({ environment, organizationId, expiring, certificates }: Props) {
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
        <WithCertificates
          environment={environment}
          organizationId={organizationId}
          expiry={expiring.data}
          certificates={certificates}
        />
      </Suspense>
    </ExpiryFrame>
  );
}

type ListProps = Omit<Props, 'expiring'> & { expiry: Expiry };

async function WithCertificates({ environment, organizationId, expiry, certificates }: ListProps) {
  const read = await certificates;
  const more = read.ok ? read.data : { rows: [], gaps: ['The certificates could not be read.'] };
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

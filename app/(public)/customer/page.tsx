import type { Metadata } from 'next';
import { Suspense } from 'react';
import { z } from 'zod';
import { ClosedPage } from '@/components/customer/closed-page';
import { CustomerFrame } from '@/components/customer/customer-frame';
import { DomainSection } from '@/components/customer/domain-section';
import { PortalSection } from '@/components/customer/portal-section';
import { StepSection } from '@/components/customer/step-section';
import { Skeleton } from '@/components/ui/skeleton';
import { readCustomer } from '@/lib/auth/customer-page';
import type { Result } from '@/lib/errors';
import { listOwnDomains } from '@/lib/features/domains/customer-queries';
import type { OwnDomains } from '@/lib/features/domains/schema';
import { listOwnSteps } from '@/lib/features/onboarding/customer-queries';
import type { CustomerStep } from '@/lib/features/onboarding/schema';
import { getOwnLink } from '@/lib/features/portal-links/customer-queries';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Set-up' };

// What the portal's button and signing out leave in the address. Anything else there is nothing.
const search = z.object({
  signed: z.literal('out').optional().catch(undefined),
  problem: z
    .string()
    .regex(/^[a-z_]{1,20}$/)
    .optional()
    .catch(undefined),
  reference: z
    .string()
    .regex(/^[\w-]{1,80}$/)
    .optional()
    .catch(undefined),
});

/** How far the customer's set-up is, the way to the portal, and the records that prove their domains. */
export default async function SetUpPage(props: PageProps<'/customer'>) {
  const { signed, problem, reference } = search.parse(await props.searchParams);
  const reading = await readCustomer();
  if (reading.state !== 'open') return <ClosedPage reason={signed ? 'signed_out' : reading.state} />;
  // Begun before anything is awaited, so that all of it is under way at once.
  const steps = settle(listOwnSteps({}));
  const domains = settle(listOwnDomains({}));
  const link = await getOwnLink({});
  return (
    <CustomerFrame link={link}>
      <Suspense fallback={<Skeleton className="h-64" />}>
        <Steps steps={steps} />
      </Suspense>
      <PortalSection link={link} problem={problem ? { code: problem, reference } : null} />
      <Suspense fallback={<Skeleton className="mt-8 h-40" />}>
        <Domains domains={domains} />
      </Suspense>
    </CustomerFrame>
  );
}

async function Steps({ steps }: { steps: Promise<Result<CustomerStep[]>> }) {
  return <StepSection steps={await steps} />;
}

async function Domains({ domains }: { domains: Promise<Result<OwnDomains>> }) {
  return <DomainSection domains={await domains} />;
}

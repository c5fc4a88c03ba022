import type { Metadata } from 'next';
import { EvidencePack } from '@/components/evidence-pack/evidence-pack';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Evidence pack' };

/** What a customer's security audit asks for. */
export default async function EvidencePage(
  props: PageProps<'/[environment]/organizations/[organizationId]/evidence'>,
) {
  const { environment, organizationId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  if (!can(principal, 'evidence.make', { kind: 'organization', organizationId }))
    return (
      <EmptyState title="Evidence pack">
        Your role ({principal.role}) does not include making one. A lead can.
      </EmptyState>
    );
  return <EvidencePack environment={environment} organizationId={organizationId} />;
}

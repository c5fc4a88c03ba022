import type { Metadata } from 'next';
import { ImportMembers } from '@/components/members/import-members';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { importLimit } from '@/lib/features/members/schema';
import { formatCount } from '@/lib/format';

export const metadata: Metadata = { title: 'Invite from a file' };

/** Invitations for many people at once, from a CSV file that is looked at before anything is sent. */
export default async function ImportMembersPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/members/import'>,
) {
  const { environment, organizationId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const description = `Up to ${formatCount(importLimit)} people. Each line is checked first; nothing is sent before you say so.`;
  return (
    <Section title="Invite people from a file" description={description}>
      {can(principal, 'member.invite') ? (
        <ImportMembers environment={environment} organizationId={organizationId} />
      ) : (
        <EmptyState title="Not for your role">Inviting people takes the role support or above.</EmptyState>
      )}
    </Section>
  );
}

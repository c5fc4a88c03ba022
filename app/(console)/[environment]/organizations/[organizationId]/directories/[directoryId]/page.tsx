import type { Metadata } from 'next';
import { Recent } from '@/app/(console)/[environment]/activity/recent';
import { checkDirectory } from '@/components/directories/check-directory';
import { AddDirectorySecretDialog, ReplaceDirectorySecretsDialog } from '@/components/directories/dialogs';
import { DirectoryFacts } from '@/components/directories/directory-facts';
import { DirectorySecretTable } from '@/components/directories/directory-secret-table';
import { FindingList } from '@/components/directories/finding-list';
import { DialogLink } from '@/components/ui/dialog-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getDirectory } from '@/lib/features/directories/queries';
import { listDomains } from '@/lib/features/domains/queries';
import type { DomainRow } from '@/lib/features/domains/schema';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Directory' };

/** One directory: its address and secrets, how much it holds, and what to look at when people do not arrive. */
export default async function DirectoryPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/directories/[directoryId]'>,
) {
  const { environment, organizationId, directoryId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const [found, domains] = await Promise.all([
    settle(getDirectory(environment, { organizationId, directoryId })),
    settle(listDomains(environment, { organizationId })),
  ]);
  // The head of the page says why.
  if (!found.ok) return null;
  const directory = found.data;
  const about = { environment, organizationId, directory };
  const verified = domains.ok ? domains.data.rows.filter(provisions) : null;
  const mayAdd = can(principal, 'directory.add_secret');
  const mayReplace = can(principal, 'directory.replace_secrets');
  return (
    <>
      <Section title="State and address">
        <DirectoryFacts directory={directory} />
      </Section>
      {directory.type === 'SCIM' || directory.secrets.length > 0 ? (
        <Section
          title="Bearer secrets"
          description="Rotate without a gap: add a secret, hand it over, and let the old one expire. Scalekit cannot retire one alone; replacing stops all others at once."
          action={
            <span className="flex flex-wrap gap-2">
              {mayReplace && directory.secrets.length > 0 ? (
                <DialogLink dialog="replace-secrets" variant="secondary">
                  Replace all
                </DialogLink>
              ) : null}
              {mayAdd ? (
                <DialogLink dialog="add-secret" variant="primary">
                  Add secret
                </DialogLink>
              ) : null}
            </span>
          }
        >
          {directory.secrets.length === 0 ? (
            <EmptyState title="No secret yet">
              The identity provider pushes with a bearer secret: without one every push is refused.
            </EmptyState>
          ) : (
            <DirectorySecretTable secrets={directory.secrets} />
          )}
        </Section>
      ) : null}
      <Section
        title="When people do not arrive"
        description="Scalekit keeps no last error of a directory. This is what it does tell; the rest stands in the provisioning log of the identity provider."
      >
        <FindingList findings={checkDirectory(directory, verified?.map(({ domain }) => domain) ?? null)} />
      </Section>
      <Recent environment={environment} about={{ target: directoryId, organization: organizationId }} />
      {mayAdd ? <AddDirectorySecretDialog {...about} /> : null}
      {mayReplace ? <ReplaceDirectorySecretsDialog {...about} /> : null}
    </>
  );
}

/** Only a verified domain of the organization lets people become members. */
const provisions = ({ type, status }: DomainRow) =>
  type === 'organization' && (status === 'verified' || status === 'auto_verified');

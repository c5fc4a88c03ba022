import type { Metadata } from 'next';
import { RemovePasskeyDialog, RenamePasskeyDialog } from '@/components/passkeys/dialogs';
import { PasskeyTable } from '@/components/passkeys/passkey-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listPasskeys } from '@/lib/features/passkeys/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Passkeys' };

/** The passkeys of a user. */
export default async function PasskeysPage(props: PageProps<'/[environment]/users/[userId]/passkeys'>) {
  const { environment, userId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const list = await settle(listPasskeys(environment, { userId }));
  const rows = list.ok ? list.data : [];
  const mayRename = can(principal, 'passkey.rename');
  const mayRemove = can(principal, 'passkey.remove');
  return (
    <Section title="Passkeys" description="They belong to the user, not to an organization.">
      {!list.ok ? (
        <ErrorPanel
          title="The passkeys could not be read."
          error={list.error}
          retryHref={paths.userPasskeys(environment, userId)}
        />
      ) : rows.length === 0 ? (
        <EmptyState title="No passkeys">
          Users register passkeys themselves, in a session of their own.
        </EmptyState>
      ) : (
        <PasskeyTable rows={rows} mayRename={mayRename} mayRemove={mayRemove} />
      )}
      {mayRename ? <RenamePasskeyDialog environment={environment} userId={userId} rows={rows} /> : null}
      {mayRemove ? <RemovePasskeyDialog environment={environment} userId={userId} rows={rows} /> : null}
    </Section>
  );
}

import { DialogLink } from '@/components/ui/dialog-link';
import { Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/section';
import type { UserDetail } from '@/lib/features/users/schema';
import { UserMetadataDialog } from './dialogs';

type Props = { environment: string; user: UserDetail; mayUpdate: boolean };

/** The pairs that the customer's own systems put on the user. */
export function UserMetadata({ environment, user, mayUpdate }: Props) {
  return (
    <>
      <Section
        title="Metadata"
        description="Up to 20 pairs of the user’s own. Scalekit cannot search them."
        action={
          mayUpdate ? (
            <DialogLink dialog="metadata" variant="secondary" size="small">
              Edit metadata
            </DialogLink>
          ) : null
        }
      >
        {user.metadata.length === 0 ? (
          <p className="text-quiet">None.</p>
        ) : (
          <Facts
            facts={user.metadata.map(({ key, value }) => ({
              term: key,
              value: <span className="font-mono text-xs wrap-anywhere">{value}</span>,
            }))}
          />
        )}
      </Section>
      {mayUpdate ? <UserMetadataDialog environment={environment} user={user} /> : null}
    </>
  );
}

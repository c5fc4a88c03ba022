import { DialogLink } from '@/components/ui/dialog-link';
import { Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/section';
import type { OrganizationDetail } from '@/lib/features/organizations/schema';
import { EditMetadataDialog } from './dialogs';

type Props = { environment: string; organization: OrganizationDetail; mayUpdate: boolean };

/** The pairs that the customer's own systems put on the organization. */
export function OrganizationMetadata({ environment, organization, mayUpdate }: Props) {
  const { metadata } = organization;
  const edit = mayUpdate && (
    <DialogLink dialog="metadata" variant="secondary" size="small">
      Edit metadata
    </DialogLink>
  );
  return (
    <>
      <Section
        title="Metadata"
        description="Up to 10 pairs, always saved as a whole set. Scalekit cannot search them."
        action={edit}
      >
        {metadata.length === 0 ? (
          <p className="text-quiet">None.</p>
        ) : (
          <Facts
            facts={metadata.map(({ key, value }) => ({
              term: key,
              value: <span className="font-mono text-xs wrap-anywhere">{value}</span>,
            }))}
          />
        )}
      </Section>
      {mayUpdate ? <EditMetadataDialog environment={environment} organization={organization} /> : null}
    </>
  );
}

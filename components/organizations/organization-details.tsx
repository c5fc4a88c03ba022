import { DialogLink } from '@/components/ui/dialog-link';
import { Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/section';
import { type OrganizationDetail, regionWords } from '@/lib/features/organizations/schema';

type Props = { organization: OrganizationDetail; mayUpdate: boolean };

/** What the organization is called, with the way to the dialog that the page's head holds. */
export function OrganizationDetails({ organization, mayUpdate }: Props) {
  const { displayName, externalId, slug, logoUrl, region } = organization;
  const edit = mayUpdate && (
    <DialogLink dialog="edit" variant="secondary" size="small">
      Edit details
    </DialogLink>
  );
  const mono = (text: string | null) =>
    text ? <code className="font-mono text-xs wrap-anywhere">{text}</code> : 'none';
  return (
    <Section title="Details" action={edit}>
      <Facts
        facts={[
          { term: 'Name', value: <span className="wrap-anywhere">{displayName}</span> },
          { term: 'External id', value: mono(externalId) },
          { term: 'Slug', value: mono(slug) },
          { term: 'Logo URL', value: mono(logoUrl) },
          { term: 'Region', value: `${regionWords(region)}; it cannot be changed` },
        ]}
      />
    </Section>
  );
}

import Link from 'next/link';
import { Facts } from '@/components/ui/facts';
import { RelativeTime } from '@/components/ui/relative-time';
import {
  featureLabels,
  type OrganizationDetail,
  type OrganizationImpact,
} from '@/lib/features/organizations/schema';
import { formatCount, formatList } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = { environment: string; organization: OrganizationDetail; counts: OrganizationImpact | null };

/** The rail of the overview. What the API did not tell reads as such, never as zero. */
export function OrganizationFacts({ environment, organization, counts }: Props) {
  const { externalId, slug, region, logoUrl, createdAt, updatedAt } = organization;
  return (
    <Facts
      facts={[
        {
          term: 'External id',
          value: externalId ? <code className="font-mono text-xs">{externalId}</code> : 'none',
        },
        { term: 'Slug', value: slug ?? 'none' },
        { term: 'Region', value: region },
        { term: 'Logo', value: logoUrl ? <Logo url={logoUrl} /> : 'none' },
        { term: 'Features', value: <Features environment={environment} organization={organization} /> },
        { term: 'Members', value: countOrUnknown(counts?.members) },
        { term: 'Active API keys', value: countOrUnknown(counts?.apiKeys) },
        { term: 'Created', value: <RelativeTime time={createdAt} /> },
        { term: 'Updated', value: <RelativeTime time={updatedAt} /> },
      ]}
    />
  );
}

function Features({ environment, organization }: Omit<Props, 'counts'>) {
  const words = organization.features.map((feature) => featureLabels[feature]);
  return (
    <>
      {words.length === 0 ? 'all off' : formatList(words)}{' '}
      <Link
        href={paths.organizationSettings(environment, organization.id)}
        prefetch={false}
        className="text-link whitespace-nowrap"
      >
        Settings
      </Link>
    </>
  );
}

function countOrUnknown(count: number | null | undefined): string {
  return count === null || count === undefined ? 'could not be counted' : formatCount(count);
}

function Logo({ url }: { url: string }) {
  if (!URL.canParse(url)) return <span className="wrap-anywhere">{url}</span>;
  return (
    <a href={url} rel="noreferrer" target="_blank" className="text-link wrap-anywhere">
      {new URL(url).host}
    </a>
  );
}

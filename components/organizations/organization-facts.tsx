import { Facts } from '@/components/ui/facts';
import { RelativeTime } from '@/components/ui/relative-time';
import type { OrganizationDetail, OrganizationImpact } from '@/lib/features/organizations/schema';
import { formatCount } from '@/lib/format';

type Props = { organization: OrganizationDetail; counts: OrganizationImpact | null };

/** The rail of the overview. What the API did not tell reads as such, never as zero. */
export function OrganizationFacts({ organization, counts }: Props) {
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
        { term: 'Members', value: countOrUnknown(counts?.members) },
        { term: 'Active API keys', value: countOrUnknown(counts?.apiKeys) },
        { term: 'Created', value: <RelativeTime time={createdAt} /> },
        { term: 'Updated', value: <RelativeTime time={updatedAt} /> },
      ]}
    />
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

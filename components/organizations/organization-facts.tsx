import Link from 'next/link';
import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';
import { RelativeTime } from '@/components/ui/relative-time';
import {
  featureLabels,
  type OrganizationDetail,
  type OrganizationImpact,
  regionWords,
} from '@/lib/features/organizations/schema';
import { formatCount, formatList } from '@/lib/format';
import { paths } from '@/lib/paths';
import { OrganizationLogo } from './organization-logo';

type Props = { environment: string; organization: OrganizationDetail; counts: OrganizationImpact | null };

/** The rail of the overview. What the API did not tell reads as such, never as zero. */
export function OrganizationFacts({ environment, organization, counts }: Props) {
  const { displayName, externalId, slug, region, logoUrl, createdAt, updatedAt } = organization;
  return (
    <Facts
      facts={[
        {
          term: 'External id',
          value: externalId ? (
            <span className="flex items-start gap-1">
              <code className="font-mono text-xs wrap-anywhere">{externalId}</code>
              <CopyButton text={externalId} what="external id" />
            </span>
          ) : (
            'none'
          ),
        },
        {
          term: 'Slug',
          value: slug ? <code className="font-mono text-xs wrap-anywhere">{slug}</code> : 'none',
        },
        { term: 'Region', value: `${regionWords(region)}; it cannot be changed` },
        { term: 'Logo', value: <OrganizationLogo name={displayName} url={logoUrl} /> },
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

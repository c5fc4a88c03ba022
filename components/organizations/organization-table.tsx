import { Table, TableHead, Th } from '@/components/ui/table';
import { featureLabels, type OrganizationRow } from '@/lib/features/organizations/schema';
import { paths } from '@/lib/paths';
import { OrganizationRows } from './organization-rows';

type Props = { environment: string; rows: OrganizationRow[] };

/** Organizations one below the other; the name is the link. */
export function OrganizationTable({ environment, rows }: Props) {
  return (
    <Table label="Organizations">
      <TableHead>
        <Th>Name</Th>
        <Th>External id</Th>
        <Th>Region</Th>
        <Th>Features</Th>
        <Th>Created</Th>
        <Th>Id</Th>
      </TableHead>
      <OrganizationRows
        path={paths.organizations(environment)}
        rows={rows.map(({ features, ...row }) => ({
          ...row,
          features: features.map((feature) => shortLabels[feature] ?? featureLabels[feature]),
        }))}
      />
    </Table>
  );
}

const shortLabels: Partial<Record<string, string>> = {
  sso: 'SSO',
  dir_sync: 'SCIM',
  domain_verification: 'Domains',
  session_policy: 'Sessions',
};

import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { featureLabels, type OrganizationRow } from '@/lib/features/organizations/schema';
import { paths } from '@/lib/paths';

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
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-80 truncate">
              <RowLink href={paths.organization(environment, row.id)}>{row.displayName}</RowLink>
            </Td>
            <Td className="max-w-48 truncate font-mono text-xs">{row.externalId ?? <None />}</Td>
            <Td>{row.region}</Td>
            <Td>
              <span className="flex gap-1">
                {row.features.length === 0 ? <None /> : null}
                {row.features.map((feature) => (
                  <Badge key={feature}>{shortLabels[feature] ?? featureLabels[feature]}</Badge>
                ))}
              </span>
            </Td>
            <Td quiet>
              <RelativeTime time={row.createdAt} />
            </Td>
            <Td quiet>
              <RowId id={row.id} what={`id of ${row.displayName}`} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

const shortLabels: Partial<Record<string, string>> = {
  sso: 'SSO',
  dir_sync: 'SCIM',
  domain_verification: 'Domains',
  session_policy: 'Sessions',
};

function None() {
  return <span className="text-quiet">–</span>;
}

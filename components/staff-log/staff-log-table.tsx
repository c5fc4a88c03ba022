import { OrganizationCell } from '@/components/organizations/organization-cell';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { StaffLogRow } from '@/lib/features/staff-log/schema';
import { StaffLogDetails } from './staff-log-details';
import { outcomeWords } from './words';

type Props = {
  environment: string;
  rows: StaffLogRow[] /** False on the pages of one organization. */;
  showOrganization: boolean;
};

/** Who did what to what, and how it ended; newest first. */
export function StaffLogTable({ environment, rows, showOrganization }: Props) {
  return (
    <Table label="Staff activity">
      <TableHead>
        <Th>When</Th>
        <Th>Who</Th>
        <Th>Action</Th>
        <Th>Outcome</Th>
        {showOrganization ? <Th>Organization</Th> : null}
        <Th>Target</Th>
        <Th>Details</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td quiet className="whitespace-nowrap">
              <RelativeTime time={row.at} />
            </Td>
            <Td className="max-w-36 truncate" title={row.actorEmail ?? undefined}>
              <Actor row={row} />
            </Td>
            <Td className="max-w-44 truncate font-mono text-xs" title={row.action}>
              {row.action}
            </Td>
            <Td>
              <Status tone={outcomeWords[row.outcome].tone}>{outcomeWords[row.outcome].label}</Status>
            </Td>
            {showOrganization ? (
              <OrganizationCell environment={environment} organizationId={row.organizationId} />
            ) : null}
            <Td quiet className="max-w-46 truncate font-mono text-xs" title={row.target?.id ?? undefined}>
              {row.target?.id ?? row.target?.type ?? '–'}
            </Td>
            <Td>
              <StaffLogDetails row={row} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Actor({ row }: { row: StaffLogRow }) {
  if (row.actorRole === 'visitor') return <span className="text-quiet">A visitor of a public page</span>;
  if (row.actorRole === 'system') return <span className="text-quiet">Keydesk</span>;
  if (row.actorRole === 'customer')
    return (
      <>
        <span className="text-quiet">customer:</span> {row.actorEmail}
      </>
    );
  return (
    <>
      {row.actorEmail} <span className="text-quiet">{row.actorRole}</span>
    </>
  );
}

import Link from 'next/link';
import { StaffLogDetails } from '@/components/staff-log/staff-log-details';
import { outcomeWords } from '@/components/staff-log/words';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import type { StaffLogRow } from '@/lib/features/staff-log/schema';
import type { SignInRow } from '@/lib/features/users/schema';
import { paths } from '@/lib/paths';

/** What happened to a user: an attempt of theirs to sign in, or an act of our staff. */
export type TimelineRow = { at: string } & (
  | { kind: 'sign-in'; signIn: SignInRow }
  | { kind: 'act'; act: StaffLogRow }
);

type Props = { environment: string; rows: TimelineRow[] };

/** Sign-ins and acts of our staff in one order, newest first. */
export function UserTimeline({ environment, rows }: Props) {
  return (
    <Table label="Timeline">
      <TableHead>
        <Th>When</Th>
        <Th>What</Th>
        <Th>Outcome</Th>
        <Th>By</Th>
        <Th>Organization</Th>
        <Th>Details</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => {
          const { id, outcome, what, by, organizationId, details } =
            row.kind === 'act' ? cellsOfAct(row.act) : cellsOfSignIn(row.signIn);
          return (
            <Tr key={`${row.kind}:${id}`}>
              <Td quiet className="whitespace-nowrap">
                <RelativeTime time={row.at} />
              </Td>
              <Td>{what}</Td>
              <Td>
                <Status tone={outcome.tone}>{outcome.label}</Status>
              </Td>
              <Td className="max-w-44 truncate" title={by}>
                {by}
              </Td>
              <Td className="font-mono text-xs">
                {organizationId ? (
                  <Link
                    href={paths.organization(environment, organizationId)}
                    prefetch={false}
                    className="text-link"
                  >
                    {organizationId}
                  </Link>
                ) : (
                  '–'
                )}
              </Td>
              <Td quiet>{details}</Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

const signInOutcomes: Record<string, { tone: Tone; label: string }> = {
  SUCCESS: { tone: 'success', label: 'Signed in' },
  FAILED: { tone: 'danger', label: 'Failed' },
  PENDING: { tone: 'info', label: 'Under way' },
  INITIATED: { tone: 'info', label: 'Started' },
};

function cellsOfSignIn({ id, status, connection, organizationId }: SignInRow) {
  const outcome = signInOutcomes[status.toUpperCase()] ?? { tone: 'neutral' as const, label: 'Other' };
  const what = connection ? `Sign-in by ${connection}` : 'Sign-in';
  const details = <RowId id={id} what="request id" />;
  return { id, outcome, what, by: 'The user', organizationId, details };
}

function cellsOfAct(act: StaffLogRow) {
  return {
    id: act.id,
    outcome: outcomeWords[act.outcome],
    what: <span className="font-mono text-xs">{act.action}</span>,
    by: act.actorRole === 'customer' ? `customer: ${act.actorEmail}` : act.actorEmail,
    organizationId: act.organizationId,
    details: <StaffLogDetails row={act} />,
  };
}

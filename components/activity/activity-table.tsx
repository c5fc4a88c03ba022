import { OrganizationCell } from '@/components/organizations/organization-cell';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ActivityLine } from '@/lib/activity/line';
import { labelOfType, sentenceText, tellActivity } from '@/lib/activity/sentence';
import { formatExactTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { ActivitySentence } from './activity-sentence';
import { activityOutcomeWords, actorOf } from './words';

type Props = {
  environment: string;
  rows: ActivityLine[];
  /** False on the pages of one organization. */
  showOrganization: boolean;
};

/** What happened, newest first: a sentence for each row, which leads to all of it. */
export function ActivityTable({ environment, rows, showOrganization }: Props) {
  return (
    <Table label="Activity">
      <TableHead>
        <Th>What happened</Th>
        <Th>When</Th>
        <Th>Outcome</Th>
        <Th>By</Th>
        {showOrganization ? <Th>Organization</Th> : null}
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-104 min-w-56">
              <RowLink
                href={paths.activityEntry(environment, row.stream, row.entryId)}
                title={sentenceText(tellActivity(row))}
                className="block truncate"
              >
                <ActivitySentence line={row} />
              </RowLink>
              {row.since ? (
                <span className="block text-xs whitespace-normal text-quiet">
                  after {formatExactTime(row.since)}, before {formatExactTime(row.at)}
                </span>
              ) : null}
            </Td>
            <Td quiet className="whitespace-nowrap">
              <RelativeTime time={row.at} />
            </Td>
            <Td>
              <Outcome row={row} />
            </Td>
            <Td quiet className="max-w-44 truncate" title={actorOf(row)}>
              <bdi>{actorOf(row)}</bdi>
            </Td>
            {showOrganization ? (
              <OrganizationCell environment={environment} organizationId={row.organizationId} />
            ) : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Outcome({ row: { outcome, type } }: { row: ActivityLine }) {
  const words = outcome === null ? undefined : activityOutcomeWords[outcome];
  return words ? (
    <Status tone={words.tone}>{words.label}</Status>
  ) : (
    <span className="text-quiet" title={labelOfType(type)}>
      –
    </span>
  );
}

import Link from 'next/link';
import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import type { ApprovalRow, ApprovalsAtHand } from '@/lib/features/approvals/schema';
import { formatCount } from '@/lib/format';
import { pageOfObject } from '@/lib/page-of-object';
import { paths } from '@/lib/paths';
import { stateWords } from './words';

type Props = ApprovalsAtHand & { environment: string };

const most = 5;

/** On the desk: what waits for a second person, and what became of one's own requests. Nothing where there is neither. */
export function ApprovalNotices({ environment, toDecide, own }: Props) {
  if (toDecide.length + own.length === 0) return null;
  const rest = Math.max(0, toDecide.length - most) + Math.max(0, own.length - most);
  return (
    <div className="mb-8">
      <Section
        title="Approvals"
        action={
          <Link className="text-link" href={paths.approvals(environment)}>
            {rest > 0 ? `All, ${formatCount(rest)} more` : 'All'}
          </Link>
        }
      >
        <ul className="flex flex-col gap-2">
          {toDecide.slice(0, most).map((row) => (
            <Line key={row.id} row={row}>
              asked by <bdi>{row.requestedByEmail}</bdi> <RelativeTime time={row.requestedAt} />.{' '}
              <Link className="text-link" href={paths.approvals(environment)}>
                Decide
              </Link>
            </Line>
          ))}
          {own.slice(0, most).map((row) => (
            <Line key={row.id} row={row}>
              asked by you <RelativeTime time={row.requestedAt} />.{' '}
              {row.state === 'approved' ? (
                <>
                  Approved by <bdi>{row.decidedByEmail}</bdi>: do it again, and it is done.{' '}
                </>
              ) : null}
              <ToIt environment={environment} row={row} />
            </Line>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Line({ row, children }: { row: ApprovalRow; children: ReactNode }) {
  const { permission, organizationName, organizationId, target, state } = row;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-table">
      <Status tone={stateWords[state].tone}>{stateWords[state].label}</Status>
      <code className="font-mono text-xs">{permission}</code>
      <bdi className="max-w-64 truncate font-medium">{organizationName ?? organizationId ?? target.id}</bdi>
      <span className="text-quiet wrap-anywhere">{children}</span>
    </li>
  );
}

/** Where the act is done. */
function ToIt({ environment, row }: { environment: string; row: ApprovalRow }) {
  const { organizationId, target } = row;
  const href = target.id && pageOfObject(environment, organizationId, target.type, target.id);
  return href ? (
    <Link className="text-link" href={href}>
      {`To the ${target.type.replaceAll('_', ' ')}`}
    </Link>
  ) : null;
}

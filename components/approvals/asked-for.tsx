import type { ApprovalRow } from '@/lib/features/approvals/schema';

/** What somebody wants to do, to what and why: all that a decision rests on. */
export function AskedFor({ row }: { row: ApprovalRow }) {
  const { permission, target, details, organizationId, organizationName, requestedByEmail, reason, ticket } =
    row;
  const customer = organizationName ?? organizationId;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      <Fact term="Act">
        <code className="font-mono text-xs">{permission}</code>
      </Fact>
      {customer ? (
        <Fact term="Customer">
          <bdi>{customer}</bdi>
        </Fact>
      ) : null}
      <Fact term={target.type.replaceAll('_', ' ')}>
        <code className="font-mono text-xs">{target.id ?? 'not named'}</code>
      </Fact>
      {Object.entries(details).map(([name, value]) => (
        <Fact key={name} term={name}>
          <bdi>{typeof value === 'string' ? value : JSON.stringify(value)}</bdi>
        </Fact>
      ))}
      <Fact term="Asked by">
        <bdi>{requestedByEmail}</bdi>
      </Fact>
      <Fact term="Reason">
        {reason ? <bdi>{reason}</bdi> : <span className="text-quiet">none given</span>}
      </Fact>
      {ticket ? (
        <Fact term="Ticket">
          <bdi>{ticket}</bdi>
        </Fact>
      ) : null}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-quiet first-letter:uppercase">{term}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  );
}

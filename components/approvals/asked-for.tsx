import { Facts } from '@/components/ui/facts';
import type { ApprovalRow } from '@/lib/features/approvals/schema';

/** What somebody wants to do, to what and why: all that a decision rests on. */
export function AskedFor({ row }: { row: ApprovalRow }) {
  const { permission, target, details, organizationId, organizationName, requestedByEmail, reason, ticket } =
    row;
  const text = (term: string, value: string | null) => (value ? [{ term, value: <Text>{value}</Text> }] : []);
  const more = Object.entries(details).flatMap(([name, value]) =>
    text(capital(name), typeof value === 'string' ? value : JSON.stringify(value)),
  );
  return (
    <Facts
      facts={[
        { term: 'Act', value: <code className="font-mono text-xs">{permission}</code> },
        ...text('Customer', organizationName ?? organizationId),
        {
          term: capital(target.type.replaceAll('_', ' ')),
          value: <code className="font-mono text-xs wrap-anywhere">{target.id ?? 'not named'}</code>,
        },
        ...more,
        ...text('Asked by', requestedByEmail),
        {
          term: 'Reason',
          value: reason ? <Text>{reason}</Text> : <span className="text-quiet">none given</span>,
        },
        ...text('Ticket', ticket),
      ]}
    />
  );
}

function Text({ children }: { children: string }) {
  return <bdi className="wrap-anywhere">{children}</bdi>;
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

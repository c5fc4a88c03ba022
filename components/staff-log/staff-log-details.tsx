import { Facts } from '@/components/ui/facts';
import type { StaffLogRow } from '@/lib/features/staff-log/schema';

/** What was recorded besides who and what, folded; a dash where there is nothing. */
export function StaffLogDetails({ row }: { row: StaffLogRow }) {
  const facts = [
    ...Object.entries(row.details).map(([term, value]) => ({ term, value: show(value) })),
    ...optional('Reason', row.reason),
    ...optional('Ticket', row.ticket),
    ...optional('Error', row.errorCode),
    ...optional('Request id', row.requestId),
  ];
  if (facts.length === 0) return '–';
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-sm text-quiet hover:text-text">
        {facts.length} {facts.length === 1 ? 'entry' : 'entries'}
      </summary>
      <div className="py-2 whitespace-normal">
        <Facts facts={facts} />
      </div>
    </details>
  );
}

function optional(term: string, value: string | null) {
  return value ? [{ term, value }] : [];
}

function show(value: unknown): string {
  if (value === null || value === '') return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(show).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { BudgetHour } from '@/lib/features/system/schema';
import { formatCount, formatQuantity } from '@/lib/format';

const height = 48;

/** The hours of a week as bars, and the same by day in a table. Days and hours are UTC's. */
export function BudgetHistory({ hours }: { hours: BudgetHour[] }) {
  const most = Math.max(1, ...hours.map(({ taken }) => taken));
  const total = hours.reduce((sum, { taken }) => sum + taken, 0);
  const limits = hours.reduce((sum, one) => sum + one.limits, 0);
  return (
    <>
      <p className="mb-3 text-quiet">
        {formatQuantity(total, 'request')} in seven days,{' '}
        {formatCount(most === 1 ? Math.min(total, 1) : most)} in the busiest hour. Scalekit’s rate limit was
        met {formatQuantity(limits, 'time')}.
      </p>
      <svg
        viewBox={`0 0 ${hours.length} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mb-4 h-24 w-full border-b border-line"
      >
        {hours.map(({ hour, taken, limits: met }, index) => {
          const tall = (taken / most) * height;
          return (
            <rect
              key={hour}
              x={index + 0.1}
              width={0.8}
              y={height - tall}
              height={tall}
              className={met > 0 ? 'fill-danger' : 'fill-accent'}
            />
          );
        })}
      </svg>
      <Table label="Requests by day">
        <TableHead>
          <Th>Day (UTC)</Th>
          <Th>Requests</Th>
          <Th>Busiest hour</Th>
          <Th>Rate limit met</Th>
        </TableHead>
        <tbody>
          {byDay(hours).map(({ day, taken, busiest, met }) => (
            <Tr key={day}>
              <Td className="whitespace-nowrap">{day}</Td>
              <Td>{formatCount(taken)}</Td>
              <Td className="whitespace-nowrap">{busiest}</Td>
              <Td>{formatQuantity(met, 'time')}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

/** Newest first. */
function byDay(hours: BudgetHour[]) {
  const days = [...new Set(hours.map(({ hour }) => hour.slice(0, 10)))].reverse();
  return days.map((day) => {
    const own = hours.filter(({ hour }) => hour.startsWith(day));
    const top = own.reduce((best, one) => (one.taken > best.taken ? one : best), own[0] as BudgetHour);
    return {
      day,
      taken: own.reduce((sum, { taken }) => sum + taken, 0),
      busiest: top.taken > 0 ? `${top.hour.slice(11, 16)}, ${formatCount(top.taken)}` : '–',
      met: own.reduce((sum, { limits }) => sum + limits, 0),
    };
  });
}

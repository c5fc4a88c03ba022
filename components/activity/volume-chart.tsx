import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ActivityVolume, VolumeBar, VolumeUnit } from '@/lib/features/activity/schema';
import { formatCount, formatExactTime, formatQuantity } from '@/lib/format';

const fewest = 5;
const height = 56;
const step = 10;
const words: Record<VolumeUnit, { per: string; one: string }> = {
  five_minutes: { per: '5 minutes', one: '5 minutes' },
  hour: { per: 'hour', one: 'one hour' },
  day: { per: 'day', one: 'one day' },
};

/** Rows per stretch of time as bars, failures below in red, with the same numbers as a table behind a toggle. */
export function VolumeChart({ volume }: { volume: ActivityVolume }) {
  const { bars } = volume;
  const { per, one } = words[volume.unit];
  const total = bars.reduce((sum, bar) => sum + bar.total, 0);
  const failed = bars.reduce((sum, bar) => sum + bar.failed, 0);
  const most = Math.max(1, ...bars.map((bar) => bar.total));
  const sentence = `${formatQuantity(total, 'row')}, of which ${formatCount(failed)} failed; at most ${formatCount(most)} in ${one}`;
  if (total === 0 || bars.length < fewest) return null;
  return (
    <figure className="mb-5">
      <figcaption className="mb-1 text-table text-quiet">
        Per {per} (UTC): {sentence}.{' '}
        {volume.countedTo ? `Before ${formatExactTime(volume.countedTo)} there are too many to count.` : null}
      </figcaption>
      <svg
        role="img"
        aria-label={`Rows per ${per}: ${sentence}.`}
        viewBox={`0 0 ${bars.length * step} ${height}`}
        preserveAspectRatio="none"
        className="block h-14 w-full border-b border-line"
      >
        {bars.map((bar, index) => (
          <Bar key={bar.at} bar={bar} x={index * step} most={most} />
        ))}
      </svg>
      <p aria-hidden="true" className="mt-0.5 flex justify-between text-xs text-quiet">
        <span>{formatExactTime(bars[0]?.at ?? volume.from)}</span>
        <span>{formatExactTime(volume.to)}</span>
      </p>
      <details className="mt-1 text-table">
        <summary className="w-fit cursor-pointer rounded-sm text-quiet hover:text-text">As a table</summary>
        <VolumeTable bars={bars} unit={volume.unit} />
      </details>
    </figure>
  );
}

function Bar({ bar, x, most }: { bar: VolumeBar; x: number; most: number }) {
  const tall = (count: number) => (count === 0 ? 0 : Math.max(1.5, (count / most) * height));
  const [all, failed] = [tall(bar.total), tall(bar.failed)];
  return (
    <g>
      <title>{`${formatExactTime(bar.at)}: ${formatQuantity(bar.total, 'row')}, ${formatCount(bar.failed)} failed`}</title>
      <rect x={x + 1} y={height - all} width={step - 2} height={all} className="fill-accent" />
      <rect x={x + 1} y={height - failed} width={step - 2} height={failed} className="fill-danger" />
    </g>
  );
}

function VolumeTable({ bars, unit }: { bars: VolumeBar[]; unit: VolumeUnit }) {
  return (
    <Table label={`Rows per ${words[unit].per}`}>
      <TableHead>
        <Th>{unit === 'day' ? 'Day' : 'From'}</Th>
        <Th>All</Th>
        <Th>Failed</Th>
        <Th>Events</Th>
        <Th>Logins</Th>
        <Th>Changes</Th>
        <Th>Staff</Th>
      </TableHead>
      <tbody>
        {bars.toReversed().map((bar) => (
          <Tr key={bar.at}>
            <Td className="whitespace-nowrap">{formatExactTime(bar.at)}</Td>
            {[bar.total, bar.failed, bar.event, bar.login, bar.change, bar.staff].map((count, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
              <Td key={index}>{formatCount(count)}</Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

import { RelativeTime } from '@/components/ui/relative-time';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { countLimit, type StreamView } from '@/lib/features/activity-cache/schema';
import { formatCount, formatQuantity } from '@/lib/format';
import { lagWords, sizeWords, streamWords } from './words';

/** Each stream: how much there is, from when to when, and how long it stays. */
export function StreamTable({ streams }: { streams: StreamView[] }) {
  return (
    <Table label="Streams of the activity cache">
      <TableHead>
        <Th>Stream</Th>
        <Th>Rows</Th>
        <Th>Oldest</Th>
        <Th>Newest</Th>
        <Th>Arrived after</Th>
        <Th>Kept</Th>
        <Th>Size</Th>
      </TableHead>
      <tbody>
        {streams.map(({ stream, rows, oldest, newest, lagMs, keptDays, months, bytes }) => (
          <Tr key={stream}>
            <Td className="font-medium whitespace-nowrap">{streamWords[stream]}</Td>
            <Td className="whitespace-nowrap">
              {rows >= countLimit ? `${formatCount(countLimit)} or more` : formatCount(rows)}
            </Td>
            <Td quiet>
              <RelativeTime time={oldest} missing="–" />
            </Td>
            <Td quiet>
              <RelativeTime time={newest} missing="–" />
            </Td>
            <Td quiet className="whitespace-nowrap">
              {lagWords(lagMs)}
            </Td>
            <Td quiet className="whitespace-nowrap">
              {formatQuantity(keptDays, 'day')}
            </Td>
            <Td quiet className="whitespace-nowrap">
              {months === 0 ? '–' : `${sizeWords(bytes)} in ${formatQuantity(months, 'month')}`}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

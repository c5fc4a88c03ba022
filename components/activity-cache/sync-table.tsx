import { RelativeTime } from '@/components/ui/relative-time';
import { RequestId } from '@/components/ui/request-id';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { StreamView, SyncView } from '@/lib/features/activity-cache/schema';
import { formatCount } from '@/lib/format';
import { stateWords, streamWords } from './words';

/** How the look at Scalekit's own lists goes, and what Scalekit refuses. */
export function SyncTable({ streams }: { streams: StreamView[] }) {
  return (
    <Table label="Reading from Scalekit">
      <TableHead>
        <Th>Stream</Th>
        <Th>State</Th>
        <Th>Read to the end</Th>
        <Th>Last pass</Th>
      </TableHead>
      <tbody>
        {streams.map(({ stream, reconcile }) => (
          <Tr key={stream}>
            <Td className="font-medium whitespace-nowrap">{streamWords[stream]}</Td>
            {reconcile ? <Sync sync={reconcile} /> : <NotRead stream={stream} />}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Sync({ sync }: { sync: SyncView }) {
  const { state, rowsRead, rowsNew, lastOkAt } = sync;
  return (
    <>
      <Td>
        <SyncStatus sync={sync} />
      </Td>
      <Td quiet>
        <RelativeTime time={lastOkAt} missing="not yet" />
      </Td>
      <Td quiet>
        {formatCount(rowsRead)} read, {formatCount(rowsNew)} new{state === 'running' ? ' so far' : ''}
      </Td>
    </>
  );
}

function NotRead({ stream }: { stream: StreamView['stream'] }) {
  const words =
    stream === 'change'
      ? 'Scalekit has no list of these. They come from comparing configurations.'
      : 'Not read yet. A worker begins within a minute.';
  return (
    <Td quiet colSpan={3}>
      {words}
    </Td>
  );
}

/** The state with its reason, and when it goes on. */
export function SyncStatus({ sync: { state, sentence, requestId, waitUntil } }: { sync: SyncView }) {
  return (
    <>
      <Status tone={stateWords[state].tone}>{stateWords[state].label}</Status>
      {sentence ? <span className="measure block text-quiet">{sentence}</span> : null}
      {requestId ? <RequestId id={requestId} /> : null}
      {waitUntil ? (
        <span className="block text-quiet">
          Asked again <RelativeTime time={waitUntil} />.
        </span>
      ) : null}
    </>
  );
}

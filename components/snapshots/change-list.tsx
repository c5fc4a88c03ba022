import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ChangeEntry } from '@/lib/features/snapshots/schema';
import { actorWords, deedWords, pathWords, valueWords } from './words';

type Props = {
  entries: ChangeEntry[] /** False where all are about one thing, which the page names. */;
  showName: boolean;
};

/** Changes, newest first: who, when, and what it was before. */
export function ChangeList({ entries, showName }: Props) {
  return (
    <ol aria-label="Changes" className="-mt-3 divide-y divide-line border-b border-line">
      {entries.map((entry) => (
        <li key={`${entry.kind}:${entry.id}`} className="py-3">
          <p className="wrap-anywhere">
            <span className="font-medium">{actorWords(entry.actor)}</span> {deedWords(entry)}
            {showName && entry.name ? ` ${entry.name}` : ''}
          </p>
          <p className="mt-0.5 text-table text-quiet">
            <When entry={entry} />
          </p>
          {entry.outcome === 'unknown' ? (
            <p className="mt-1">
              <Status tone="warning">Unknown: Scalekit did not answer</Status>
            </p>
          ) : null}
          {entry.fields.length > 0 ? <Fields entry={entry} /> : null}
          {entry.kind === 'act' && entry.outcome === 'ok' ? (
            <p className="mt-1 text-table text-quiet">
              No difference was seen after it. The staff log has the details.
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function When({ entry: { at, since } }: { entry: ChangeEntry }) {
  if (!since) return <RelativeTime time={at} />;
  return (
    <>
      between <RelativeTime time={since} /> (last seen as it was) and <RelativeTime time={at} /> (first seen
      changed)
    </>
  );
}

function Fields({ entry }: { entry: ChangeEntry }) {
  return (
    <div className="mt-2">
      <Table label={`What changed, seen at ${entry.at}`}>
        <TableHead>
          <Th>Field</Th>
          <Th>Before</Th>
          <Th>After</Th>
        </TableHead>
        <tbody>
          {entry.fields.map(({ path, before, after }) => (
            <Tr key={path}>
              <Td className="wrap-anywhere">{pathWords(path)}</Td>
              <Td className="wrap-anywhere whitespace-normal">{valueWords(before)}</Td>
              <Td className="wrap-anywhere whitespace-normal">{valueWords(after)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

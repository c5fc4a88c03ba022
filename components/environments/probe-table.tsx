import { RelativeTime } from '@/components/ui/relative-time';
import { RequestId } from '@/components/ui/request-id';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import type { ProbeOutcome, ProbeRow } from '@/lib/features/environments/schema';
import { ProbeButton } from './probe-button';

type Props = { environment: string; name: string; probes: ProbeRow[] };

const outcomeWords: Record<ProbeOutcome, { tone: Tone; label: string }> = {
  works: { tone: 'success', label: 'Works' },
  refused: { tone: 'warning', label: 'Refused' },
  unclear: { tone: 'neutral', label: 'Not clear' },
};

/** The preview operations that an environment may refuse, and what it said when they were last tried. */
export function ProbeTable({ environment, name, probes }: Props) {
  const tried = probes.find(({ answer }) => answer)?.answer;
  return (
    <div className="mt-6">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div>
          <h3 className="font-medium">Preview operations</h3>
          <p className="measure text-table text-quiet">
            Scalekit may refuse them to an environment; the pages that need them say so.{' '}
            {tried ? (
              <>
                Last tried <RelativeTime time={tried.probedAt} />.
              </>
            ) : (
              'Not tried yet.'
            )}
          </p>
        </div>
        <ProbeButton environment={environment} name={name} />
      </div>
      {tried ? (
        <Table label={`Preview operations of ${name}`}>
          <TableHead>
            <Th>Operation</Th>
            <Th>Needed for</Th>
            <Th>Answer</Th>
          </TableHead>
          <tbody>
            {probes.map(({ operation, route, use, answer }) => (
              <Tr key={operation}>
                <Td className="font-mono text-xs">{route}</Td>
                <Td>{use}</Td>
                <Td>
                  {answer ? (
                    <>
                      <Status tone={outcomeWords[answer.outcome].tone}>
                        {outcomeWords[answer.outcome].label}
                      </Status>
                      {answer.sentence ? <span className="block text-quiet">{answer.sentence}</span> : null}
                      {answer.requestId ? <RequestId id={answer.requestId} /> : null}
                    </>
                  ) : (
                    'Not tried yet'
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      ) : null}
    </div>
  );
}

import { Facts } from '@/components/ui/facts';
import { MonoId } from '@/components/ui/mono-id';
import { Status } from '@/components/ui/status';
import type { RunResult } from '@/lib/features/tools/schema';
import { JsonBlock } from './json-block';

/** What a tool answered, and under which id Scalekit ran it. */
export function RunOutput({ result: { executionId, output, took } }: { result: RunResult }) {
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <Facts
        facts={[
          { term: 'Outcome', value: <Status tone="success">Done</Status> },
          {
            term: 'Execution',
            value: executionId ? <MonoId id={executionId} what="execution id" /> : 'not told',
          },
          { term: 'Took', value: `${took} ms` },
        ]}
      />
      <JsonBlock json={output} what="output" />
    </div>
  );
}

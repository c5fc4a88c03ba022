import { Facts } from '@/components/ui/facts';
import { Status } from '@/components/ui/status';
import type { ProxyResult } from '@/lib/features/tools/schema';
import { TextBlock } from './json-block';

/** What the provider answered: its status, its headers and the beginning of its body. */
export function ProxyAnswer({ answer }: { answer: ProxyResult }) {
  const { status, headers, body, truncated, took } = answer;
  const tone = status < 400 ? 'success' : 'danger';
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <Facts
        facts={[
          {
            term: 'Status',
            value: <Status tone={tone}>{`${status}${status < 400 ? '' : ", the provider's error"}`}</Status>,
          },
          { term: 'Took', value: `${took} ms` },
        ]}
      />
      {body === '' ? (
        <p className="text-quiet">The body is empty.</p>
      ) : (
        <TextBlock text={indented(body)} what="body of the answer" />
      )}
      {truncated ? <p className="text-table text-quiet">Only the first 64 KB were read.</p> : null}
      <details className="text-table">
        <summary className="w-fit rounded-sm text-quiet hover:text-text">Headers</summary>
        <dl className="mt-2 grid grid-cols-[minmax(96px,auto)_1fr] gap-x-4 gap-y-1 font-mono text-xs">
          {headers.map(([name, value]) => (
            <div key={`${name} ${value}`} className="contents">
              <dt className="text-quiet">{name}</dt>
              <dd className="min-w-0 wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

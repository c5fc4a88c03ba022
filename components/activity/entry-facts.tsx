import Link from 'next/link';
import { type Fact, Facts } from '@/components/ui/facts';
import { MonoId } from '@/components/ui/mono-id';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ActivityEntry } from '@/lib/features/activity/schema';
import { formatExactTime } from '@/lib/format';
import { paths, withSearch } from '@/lib/paths';
import { objectLinks } from './object-links';
import { actorOf, sourceWords } from './words';

type Props = { environment: string; entry: ActivityEntry };

/** Every field of a row, with the way to each object that it names and to everything else about that object. */
export function EntryFacts({ environment, entry: { line, receivedAt } }: Props) {
  const facts: Fact[] = [
    line.since
      ? { term: 'When', value: `after ${formatExactTime(line.since)}, before ${formatExactTime(line.at)}` }
      : { term: 'When', value: <Moment time={line.at} /> },
    { term: 'Type', value: <code className="font-mono text-xs">{line.type}</code> },
    { term: 'By', value: <bdi>{actorOf(line)}</bdi> },
    { term: 'Source', value: sourceWords[line.source] ?? line.source },
    ...(receivedAt ? [{ term: 'Came in', value: <Moment time={receivedAt} /> }] : []),
    ...(line.email
      ? [{ term: 'E-mail', value: <Related environment={environment} by="user" id={line.email} /> }]
      : []),
    ...objectLinks(environment, line).map(({ term, id, href }) => ({
      term,
      value: (
        <>
          {href ? (
            <Link href={href} prefetch={false} className="text-link font-mono text-xs wrap-anywhere">
              {id}
            </Link>
          ) : (
            <MonoId id={id} what={term.toLowerCase()} />
          )}
          <span className="block text-xs">
            <Link
              href={activityOf(environment, term, id)}
              prefetch={false}
              className="inline-block py-1 text-link"
            >
              Its activity
            </Link>
          </span>
        </>
      ),
    })),
    ...(line.authRequestId
      ? [{ term: 'Auth request', value: <MonoId id={line.authRequestId} what="auth request id" /> }]
      : []),
  ];
  return <Facts facts={facts} />;
}

function Moment({ time }: { time: string }) {
  return (
    <>
      <RelativeTime time={time} />
      <span className="block text-xs text-quiet">{formatExactTime(time)}</span>
    </>
  );
}

function Related({ environment, by, id }: { environment: string; by: string; id: string }) {
  return (
    <Link
      href={withSearch(paths.activity(environment), { [by]: id })}
      prefetch={false}
      className="text-link wrap-anywhere"
    >
      <bdi>{id}</bdi>
    </Link>
  );
}

const filters: Record<string, string> = {
  Organization: 'organization',
  User: 'user',
  Connection: 'connection',
};

function activityOf(environment: string, term: string, id: string): string {
  return withSearch(paths.activity(environment), { [filters[term] ?? 'target']: id });
}

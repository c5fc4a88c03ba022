'use client';

import Link from 'next/link';
import { EffectList } from '@/components/forms/effect-list';
import { useLiveQuery } from '@/components/live/live-query';
import type { BlastKind, BlastRadius as Counts, OnlyHere } from '@/lib/features/organizations/schema';
import { formatCount, formatList } from '@/lib/format';
import { blastWords, describeCount, sortBlast } from './blast-words';

type Props = { environment: string; organizationId: string };

/** What goes with the organization, counted when this appears. Each line leads to its list, in a new tab. */
export function BlastRadius({ environment, organizationId }: Props) {
  const input = { organizationId };
  const radius = useLiveQuery<Counts>('organizations.blastRadius', environment, input, { staleTime: 0 });
  const onlyHere = useLiveQuery<OnlyHere>('organizations.onlyHere', environment, input, { staleTime: 0 });
  if (radius.isPending) return <Alone>Counting what goes with it…</Alone>;
  if (!radius.data) return <Alone>What goes with it could not be counted.</Alone>;
  const { some, none, unknown } = sortBlast(radius.data);
  return (
    <div aria-live="polite">
      <EffectList>
        {some.map(([kind, count]) => (
          <li key={kind}>
            <Noun kind={kind} environment={environment} organizationId={organizationId} />
            {`${fateOf(kind)}: ${describeCount(count)}. ${blastWords[kind].stops ?? ''}`}
            {kind === 'members'
              ? describeOnlyHere(onlyHere.isPending ? 'counting' : (onlyHere.data ?? null))
              : null}
          </li>
        ))}
        <li>
          Sessions: all end that are signed in here. They are not counted, because Scalekit lists them by
          person only.
        </li>
        {none.length > 0 ? <li>None: {formatList(none)}.</li> : null}
        {unknown.length > 0 ? <li>Could not be counted: {formatList(unknown)}.</li> : null}
      </EffectList>
    </div>
  );
}

function Alone({ children }: { children: string }) {
  return (
    <EffectList>
      <li>{children}</li>
    </EffectList>
  );
}

function Noun({ kind, environment, organizationId }: Props & { kind: BlastKind }) {
  const { noun, list } = blastWords[kind];
  if (!list) return noun;
  return (
    <Link
      href={list(environment, organizationId)}
      target="_blank"
      prefetch={false}
      className="text-link underline"
    >
      {noun}
      <span className="sr-only"> (opens a new tab)</span>
    </Link>
  );
}

const fateOf = (kind: BlastKind) => (blastWords[kind].fate ? ` ${blastWords[kind].fate}` : '');

/** Whoever belongs to no other organization is deleted too: how many, as far as they were read. */
function describeOnlyHere(found: OnlyHere | null | 'counting'): string {
  if (found === 'counting') return 'Counting those who belong nowhere else, and are deleted as users…';
  if (found === null || found.read === 0)
    return 'Whoever belongs nowhere else is deleted as a user; how many, could not be read.';
  const { onlyHere, read, members } = found;
  const deleted = formatCount(onlyHere);
  if (read >= members) return `Deleted as users, because they belong nowhere else: ${deleted}.`;
  return `Deleted as users, because they belong nowhere else: ${deleted} of the ${formatCount(read)} whose records were read. Not read: ${formatCount(members - read)}.`;
}

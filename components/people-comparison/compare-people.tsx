'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { ComparedDirectory } from '@/lib/features/people-comparison/schema';
import { formatCount } from '@/lib/format';
import { classifyPeople, countFindings, type FindingKind, findingKinds } from './classify-people';
import { KindFilter } from './kind-filter';
import { PeopleTable } from './people-table';
import { ReadingProgress } from './reading-progress';
import { useComparison } from './use-comparison';

type Props = {
  environment: string;
  organizationId: string;
  directories: ComparedDirectory[];
  /** Null where they could not be read. */
  verifiedDomains: string[] | null;
};

/** Rows that are drawn at once. */
const step = 100;

/** Directory users, members and external identities side by side, read while one looks. */
export function ComparePeople({ environment, organizationId, directories, verifiedDomains }: Props) {
  const { reading, run, pause } = useComparison(environment, organizationId, directories);
  const asked = useSearchParams().get('kind') ?? '';
  const kind = findingKinds.find((one) => one === asked) ?? (asked === 'all' ? 'all' : 'any');
  const [shown, setShown] = useState(step);
  const { members, directoryUsers, membersWhole, directoriesWhole } = reading;
  const people = useMemo(
    () =>
      classifyPeople({
        members,
        directoryUsers,
        directories,
        verifiedDomains,
        membersWhole,
        directoriesWhole,
      }),
    [members, directoryUsers, directories, verifiedDomains, membersWhole, directoriesWhole],
  );
  const counts = useMemo(() => countFindings(people), [people]);
  const matching = people.filter(({ findings }) => matches(findings, kind));
  const isDone = reading.state === 'done';
  return (
    <div className="flex flex-col gap-4">
      <ReadingProgress reading={reading} onGoOn={() => void run()} onPause={pause} />
      <KindFilter kind={kind} counts={counts} people={people.length} />
      {matching.length > 0 ? (
        <>
          <PeopleTable
            environment={environment}
            organizationId={organizationId}
            directories={directories}
            people={matching.slice(0, shown)}
          />
          {matching.length > shown ? (
            <Button className="self-start" onClick={() => setShown(shown + step)}>
              Show more of {formatCount(matching.length)}
            </Button>
          ) : null}
        </>
      ) : isDone ? (
        <EmptyState title={kind === 'any' ? 'Everybody fits' : 'Nobody of this kind'}>
          {kind === 'any'
            ? 'No duplicate, no orphan, nobody missing among those who were read.'
            : 'The other kinds stand above.'}
        </EmptyState>
      ) : null}
    </div>
  );
}

function matches(findings: { kind: FindingKind }[], kind: FindingKind | 'any' | 'all'): boolean {
  if (kind === 'all') return true;
  return kind === 'any' ? findings.length > 0 : findings.some((one) => one.kind === kind);
}

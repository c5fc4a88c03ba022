import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { mostDirectoryUsers, mostMembers } from '@/lib/features/people-comparison/schema';
import { formatCount, formatQuantity } from '@/lib/format';
import type { Reading } from './use-comparison';

type Props = { reading: Reading; onGoOn: () => void; onPause: () => void };

const heads = { running: 'Reading: ', paused: 'Paused: ', halted: 'Halted: ', done: 'Read: ' };

/** How far the lists have been read, and what is not judged because of that. */
export function ReadingProgress({ reading, onGoOn, onPause }: Props) {
  const { state, members, directoryUsers, total, membersWhole, directoriesWhole, problem } = reading;
  const read = members.length + directoryUsers.length;
  const wanted =
    Math.min(total.members ?? 0, mostMembers) + Math.min(total.directoryUsers, mostDirectoryUsers);
  const of = (count: number, all: number | null, noun: string) =>
    `${formatCount(count)} of ${formatQuantity(Math.max(all ?? 0, count), noun)}`;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className="text-table">
          {heads[state]}
          {of(members.length, total.members, 'member')},{' '}
          {of(directoryUsers.length, total.directoryUsers, 'directory user')}.
        </p>
        {state === 'running' ? (
          <Button size="small" onClick={onPause}>
            Pause
          </Button>
        ) : state === 'done' ? null : (
          <Button size="small" onClick={onGoOn}>
            Go on
          </Button>
        )}
      </div>
      {state === 'done' ? null : (
        <ProgressBar label="People read" value={read} max={Math.max(wanted, read, 1)} />
      )}
      {problem ? (
        <Notice live tone="danger" title="It could not go on." requestId={problem.requestId}>
          {problem.message}
        </Notice>
      ) : null}
      {state === 'done' && !(membersWhole && directoriesWhole) ? (
        <Notice tone="warning" title="Not everybody was read.">
          {membersWhole
            ? ''
            : `Members beyond ${formatCount(mostMembers)} are left out, so nobody is called missing. `}
          {directoriesWhole
            ? ''
            : `Directory users beyond ${formatCount(mostDirectoryUsers)} are left out, so nobody is called an orphan.`}
        </Notice>
      ) : null}
    </div>
  );
}

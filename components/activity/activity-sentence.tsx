import type { ActivityLine } from '@/lib/activity/line';
import { tellActivity } from '@/lib/activity/sentence';

/** What happened, with each name kept apart from the words around it. */
export function ActivitySentence({ line }: { line: ActivityLine }) {
  return tellActivity(line).map((piece, index) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence never move
      <bdi key={index} className="font-medium">
        {piece.name}
      </bdi>
    ),
  );
}

'use client';

import { Pause, Play } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { followLive, type LiveState } from '@/components/live/live-stream';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import type { ActivityFilter } from '@/lib/activity/filter';
import { type LiveNews, noNews, withLines } from '@/lib/activity/live-news';
import { formatQuantity } from '@/lib/format';

type Props = { environment: string; filter: ActivityFilter };

/** Screen readers hear of new rows at most this often. */
const announceMs = 10_000;

const words: Record<LiveState, string> = {
  live: 'Live',
  waiting: 'Connecting',
  ended: 'Ended with your session',
};

/** Counts the rows that come in under this filter while one looks. The table moves only when one asks for it. */
export function LiveTail({ environment, filter }: Props) {
  const router = useRouter();
  const [paused, setPaused] = useState(false);
  const [state, setState] = useState<LiveState>('waiting');
  const [news, setNews] = useState(noNews);
  const announced = useRef(0);
  const key = JSON.stringify(filter);
  useEffect(() => {
    setNews(noNews);
    if (paused) return;
    const wanted: ActivityFilter = JSON.parse(key);
    return followLive({
      onState: setState,
      onLines: (lines) => {
        if (lines.length > 0) setNews((now) => withLines(now, lines, environment, wanted));
      },
    });
  }, [paused, environment, key]);
  const told = wordsOf(news);
  useEffect(() => {
    if (told === null || Date.now() - announced.current < announceMs) return;
    announced.current = Date.now();
    announce(`${told} in the activity.`);
  }, [told]);
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-2 text-table text-quiet">
      {told ? (
        <Button
          size="small"
          variant="primary"
          onClick={() => {
            setNews(noNews);
            router.refresh();
          }}
        >
          {`Show ${told}`}
        </Button>
      ) : null}
      <span data-live={paused ? 'paused' : state}>{paused ? 'Paused' : words[state]}</span>
      <Button size="small" onClick={() => setPaused(!paused)}>
        {paused ? <Play aria-hidden="true" size={12} /> : <Pause aria-hidden="true" size={12} />}
        {paused ? 'Follow' : 'Pause'}
      </Button>
    </div>
  );
}

/** `2 new rows`, `1 changed row`, `2 new rows, 1 changed`; null for nothing. */
function wordsOf({ added, changed }: LiveNews): string | null {
  if (added.size === 0) return changed.size > 0 ? formatQuantity(changed.size, 'changed row') : null;
  return `${formatQuantity(added.size, 'new row')}${changed.size > 0 ? `, ${formatQuantity(changed.size, 'changed', 'changed')}` : ''}`;
}

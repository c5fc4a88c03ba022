'use client';

import { Pause, Play } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { followLive, type LiveState } from '@/components/live/live-stream';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import type { ActivityFilter } from '@/lib/activity/filter';
import { takesLine } from '@/lib/activity/live-line';
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
  const [count, setCount] = useState(0);
  const announced = useRef(0);
  const key = JSON.stringify(filter);
  useEffect(() => {
    setCount(0);
    if (paused) return;
    const wanted: ActivityFilter = JSON.parse(key);
    return followLive({
      onState: setState,
      onLines: (lines) => {
        const fitting = lines.filter((line) => line.environment === environment && takesLine(wanted, line));
        if (fitting.length > 0) setCount((now) => now + fitting.length);
      },
    });
  }, [paused, environment, key]);
  useEffect(() => {
    if (count === 0 || Date.now() - announced.current < announceMs) return;
    announced.current = Date.now();
    announce(`${formatQuantity(count, 'new row')} in the activity.`);
  }, [count]);
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-2 text-table text-quiet">
      {count > 0 ? (
        <Button
          size="small"
          variant="primary"
          onClick={() => {
            setCount(0);
            router.refresh();
          }}
        >
          {`Show ${formatQuantity(count, 'new row')}`}
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

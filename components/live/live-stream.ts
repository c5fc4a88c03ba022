import type { LiveLine } from '@/lib/activity/live-line';

/** `live`: rows are told as they come in. `waiting`: not yet, or not just now. `ended`: the session is over. */
export type LiveState = 'waiting' | 'live' | 'ended';

type Follower = { onLines: (lines: LiveLine[]) => void; onState: (state: LiveState) => void };
type Message =
  | { kind: 'lines'; lines: LiveLine[]; last: string }
  | { kind: 'state'; state: LiveState }
  | { kind: 'who' };

const name = 'keydesk-live';
const retryMs = { first: 5_000, most: 300_000 };

/**
 * Follows what comes in, with one stream for the whole browser: the tab that holds the lock opens it and passes on what
 * it hears; when it is hidden or closed, another takes over from the row that was told last. A hidden tab holds
 * nothing, so with no tab in sight there is no stream. Browser only.
 * @returns stops it
 */
export function followLive({ onLines, onState }: Follower): () => void {
  const channel = new BroadcastChannel(name);
  let last = '';
  let leading: LiveState | null = null;
  let giveUp: (() => void) | null = null;

  const say = (message: Message) => channel.postMessage(message);
  const setState = (state: LiveState) => {
    leading = state;
    say({ kind: 'state', state });
    onState(state);
  };
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'who') {
      if (leading) say({ kind: 'state', state: leading });
    } else if (data.kind === 'state') onState(data.state);
    else {
      last = data.last;
      onLines(data.lines);
    }
  };

  const lead = () => {
    if (giveUp) return;
    const asking = new AbortController();
    let release = () => {};
    giveUp = () => {
      giveUp = null;
      leading = null;
      asking.abort();
      release();
    };
    say({ kind: 'who' });
    navigator.locks
      .request(name, { signal: asking.signal }, () => {
        const close = openSource(() => last, {
          onState: setState,
          onLines: (lines, id) => {
            last = id;
            say({ kind: 'lines', lines, last });
            onLines(lines);
          },
        });
        return new Promise<void>((resolve) => {
          release = () => {
            close();
            resolve();
          };
          if (asking.signal.aborted) release();
        });
      })
      // Given up while it waited for the lock.
      .catch(() => undefined);
  };
  const follow = () => (document.visibilityState === 'hidden' ? giveUp?.() : lead());
  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    giveUp?.();
    channel.close();
  };
}

type SourceEvents = { onLines: (lines: LiveLine[], id: string) => void; onState: (state: LiveState) => void };

/** The stream itself. The browser reconnects by itself after a break, not after an answer that is no stream. */
function openSource(lastId: () => string, { onLines, onState }: SourceEvents): () => void {
  let source: EventSource | null = null;
  let timer: number | undefined;
  let delay = retryMs.first;
  const open = () => {
    const after = lastId();
    source = new EventSource(after ? `/api/live?${new URLSearchParams({ after })}` : '/api/live');
    source.onopen = () => {
      delay = retryMs.first;
      onState('live');
    };
    source.onmessage = ({ data, lastEventId }) => onLines(JSON.parse(data).lines, lastEventId);
    source.addEventListener('ended', () => {
      source?.close();
      onState('ended');
    });
    source.onerror = () => {
      onState('waiting');
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = window.setTimeout(open, delay);
      delay = Math.min(delay * 2, retryMs.most);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

import 'server-only';
import { can, type Principal } from '@/lib/auth/principal';
import { toPrincipal } from '@/lib/auth/staff-principal';
import { readSession } from '@/lib/auth/staff-session';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { lineFor } from './line-for';
import { listen, type RowNotice } from './listener';
import { mostLines, type ReceivedLine, readNow, readSince, readTold } from './read-lines';

type Options = {
  /** The value of the session cookie. */
  token: string | undefined;
  /** Where a stream before this one ended; empty for a first one. */
  after: string;
  beatMs?: number;
  checkMs?: number;
};

type Watcher = { sessionId: string; principals: Map<string, Principal> };

/** A reader that takes nothing for this many messages is gone. */
const mostUnread = 200;
const linesPerMessage = 200;
const encoder = new TextEncoder();
const open = new Set<() => void>();
let hooked = false;

/**
 * Server-sent events about new rows, of all environments, kept to what the person may see. Messages are
 * `{ lines }`; `ended` when the session is over. A comment keeps the line open every 20 seconds, and each minute the
 * session is read again: it ends the stream, and a change of customers counts from then on.
 * @returns null where nobody is signed in
 */
export async function openStream({ token, after, beatMs = 20_000, checkMs = 60_000 }: Options) {
  const found = await watcherOf(token);
  if (!found) return null;
  let watcher = found;
  let last = after || (await readNow());
  const ends: (() => void)[] = [];
  const end = () => {
    for (const undo of ends.splice(0)) undo();
  };
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => {
        if ((controller.desiredSize ?? 0) < -mostUnread) return close();
        controller.enqueue(encoder.encode(text));
      };
      const close = () => {
        if (ends.length === 0) return;
        end();
        controller.close();
      };
      const tell = (lines: ReceivedLine[]) => {
        const shown = lines.flatMap((line) => lineFor(watcher.principals, line) ?? []);
        for (let from = 0; from < shown.length && ends.length > 0; from += linesPerMessage) {
          // One who loses the stream between two messages hears all of them again.
          const place = from + linesPerMessage < shown.length ? last : later(lines);
          const data = JSON.stringify({ lines: shown.slice(from, from + linesPerMessage) });
          send(`id: ${place}\ndata: ${data}\n\n`);
        }
        last = later(lines);
      };
      // A sign-in that moved has the place of its first telling: never back to that. As text they sort as times.
      const later = (lines: ReceivedLine[]) =>
        [last, ...lines.map(({ received }) => received)].sort().at(-1) ?? last;
      const catchUp = () =>
        quietly(async () => {
          let lines: ReceivedLine[] = [];
          do {
            const { received, entryId } = lines.at(-1) ?? { received: last, entryId: null };
            lines = await readSince({ received, entryId }, [...watcher.principals.keys()]);
            tell(lines);
          } while (lines.length === mostLines && ends.length > 0);
        });
      const finish = () => {
        send('event: ended\ndata: {}\n\n');
        close();
      };
      const check = () =>
        quietly(async () => {
          const now = await watcherOf(token);
          if (now) watcher = now;
          else if (ends.length > 0) finish();
        });
      const beat = setInterval(() => send(': beat\n\n'), beatMs);
      const checking = setInterval(check, checkMs);
      open.add(close);
      ends.push(
        () => clearInterval(beat),
        () => clearInterval(checking),
        () => open.delete(close),
      );
      closeOnShutdown();
      // No line yet, but the place from which another tab could go on.
      send(`retry: 5000\nid: ${last}\ndata: {"lines":[]}\n\n`);
      const leave = await listen({
        onRows: (notices: RowNotice[]) => quietly(async () => tell(await readTold(notices))),
        onSessionEnd: (id) => {
          if (id === watcher.sessionId && ends.length > 0) finish();
        },
        onGap: catchUp,
      });
      // The reader may have left while listening began.
      if (ends.length === 0) return leave();
      ends.push(leave);
      // What came in, and whether the session ended, before listening had begun.
      await Promise.all([catchUp(), check()]);
    },
    cancel: end,
  });
}

async function watcherOf(token: string | undefined): Promise<Watcher | null> {
  const reading = await readSession(token);
  if (reading.state !== 'live') return null;
  const { staff, session } = reading;
  const all = await Promise.all(
    env().environments.map(async ({ name }) => [name, await toPrincipal(staff, session, name)] as const),
  );
  return { sessionId: session.id, principals: new Map(all.filter(([, who]) => can(who, 'activity.read'))) };
}

async function quietly(work: () => Promise<void>): Promise<void> {
  await work().catch((err) => logger.warn({ err }, 'New activity could not be told to a stream'));
}

/** A server that waits for open answers would wait for ever. */
function closeOnShutdown(): void {
  if (hooked) return;
  hooked = true;
  process.once('SIGTERM', () => {
    for (const close of [...open]) close();
  });
}

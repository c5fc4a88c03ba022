import { RelativeTime } from '@/components/ui/relative-time';
import { RequestId } from '@/components/ui/request-id';
import { Status } from '@/components/ui/status';
import type { PortalLinkOpenRow } from '@/lib/features/portal-links/schema';
import { outcomeNotes, outcomeWords } from './words';

/** Presses of the public page's button, newest first. */
export function OpenTimeline({ opens }: { opens: PortalLinkOpenRow[] }) {
  return (
    <ol className="flex flex-col gap-3 text-table">
      {opens.map((open) => {
        const { tone, words } = outcomeWords[open.outcome];
        const note = outcomeNotes[open.outcome];
        return (
          <li key={open.openId}>
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <Status tone={tone}>{words}</Status>
              <span className="text-quiet">
                <RelativeTime time={open.at} />
              </span>
            </div>
            <p className="pl-5 text-quiet">
              {open.browser ?? 'Unknown browser'}, {open.ip ?? 'unknown address'}
            </p>
            {note ? <p className="pl-5 text-quiet">{note}</p> : null}
            {open.requestId ? (
              <div className="pl-5">
                <RequestId id={open.requestId} />
              </div>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

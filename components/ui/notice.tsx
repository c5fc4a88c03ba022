import { CircleAlert, CircleCheck, CircleX, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { RequestId } from './request-id';
import { toneSurface } from './tone';

const icons = { info: Info, success: CircleCheck, warning: CircleAlert, danger: CircleX };

type Props = {
  tone: keyof typeof icons;
  /** The first sentence: what it is about. */
  title: string;
  children?: ReactNode;
  requestId?: string;
  /** Announce it at once: for what appears in answer to an act. */
  live?: boolean;
};

/** A few sentences in a frame: what happened, why, what to do. */
export function Notice({ tone, title, children, requestId, live = false }: Props) {
  const Icon = icons[tone];
  return (
    <div
      role={live ? 'alert' : undefined}
      className={classNames('flex gap-2.5 rounded border px-3 py-2.5', toneSurface[tone])}
    >
      <Icon aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
      <div className="measure min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {children ? <div className="mt-1 text-text">{children}</div> : null}
        {requestId ? <RequestId id={requestId} /> : null}
      </div>
    </div>
  );
}

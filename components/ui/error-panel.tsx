import type { ReactNode } from 'react';
import type { ErrorView } from '@/lib/errors';
import { formatRetryAfter } from '@/lib/format';
import { LinkButton } from './link-button';
import { Notice } from './notice';

type Props = {
  /** What could not be shown: "The API keys could not be read." */
  title: string;
  error: Pick<ErrorView, 'message' | 'requestId' | 'retryAfterMs'>;
  /** The page itself, to try again. */
  retryHref?: string;
  /** In place of the link: a button that tries again. */
  action?: ReactNode;
};

/** In place of a page or panel that could not be read: what happened, when to try again, the request id. */
export function ErrorPanel({ title, error, retryHref, action }: Props) {
  return (
    <Notice tone="danger" title={title} requestId={error.requestId}>
      <p>
        {error.message}
        {error.retryAfterMs ? ` ${formatRetryAfter(error.retryAfterMs)}` : null}
      </p>
      {action || retryHref ? (
        <div className="mt-2">
          {action ?? (
            <LinkButton href={retryHref ?? ''} prefetch={false} size="small">
              Try again
            </LinkButton>
          )}
        </div>
      ) : null}
    </Notice>
  );
}

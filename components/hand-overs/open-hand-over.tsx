'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formatExactTime } from '@/lib/format';
import { DeadHandOver } from './dead-hand-over';
import { OpenedSecret } from './opened-secret';
import { PublicFrame } from './public-frame';
import { useOpening } from './use-opening';

type Props = { token: string; expiresAt: string };

const brokenWords = {
  missing: {
    title: 'The end of the address is missing.',
    why: 'The part behind # is the key to the secret, and this address has none.',
  },
  damaged: {
    title: 'The end of the address is damaged.',
    why: 'The part behind # is the key to the secret. Something in it was cut off, changed or mixed up with another link.',
  },
};

/** A link that still works. It shows nothing until the button is pressed, and the button is there only with a whole key. */
export function OpenHandOver({ token, expiresAt }: Props) {
  const { opening, open, putAway } = useOpening(token);
  switch (opening.step) {
    case 'open':
      return <OpenedSecret {...opening} onDone={putAway} />;
    case 'dead':
      return <DeadHandOver pressed dead={opening.dead} />;
    case 'undecipherable':
      return (
        <PublicFrame focusTitle title="The secret could not be read">
          <p>
            The link was opened, but what it held does not fit its key. It cannot be opened again: ask the
            person who sent you the link for a new one.
          </p>
        </PublicFrame>
      );
    case 'put_away':
      return (
        <PublicFrame focusTitle title="The secret is off this page">
          <p>It cannot be shown again. If you have not stored it, ask the person who sent you the link.</p>
        </PublicFrame>
      );
    default:
      return (
        <PublicFrame title="Somebody has handed you a secret">
          <p>
            It is shown once, on this page, to whoever opens it first. Have the place at hand where it goes,
            such as a password manager: it cannot be shown again.
          </p>
          <noscript>
            <Notice tone="warning" title="This page needs JavaScript.">
              The secret is decrypted in your browser. Nothing was opened: allow JavaScript here, or open the
              link in another browser.
            </Notice>
          </noscript>
          <Way opening={opening} onOpen={open} />
          <p className="text-table text-quiet">
            The link works until {formatExactTime(expiresAt)}. Looking at this page does not open it.
          </p>
        </PublicFrame>
      );
  }
}

type WayProps = { opening: ReturnType<typeof useOpening>['opening']; onOpen: () => void };

/** The button, or why there is none. */
function Way({ opening, onOpen }: WayProps) {
  if (opening.step === 'unsupported') {
    return (
      <Notice live tone="danger" title="This browser cannot decrypt here.">
        The page has to be reached over https, in a current browser. Nothing was opened: the link still works.
      </Notice>
    );
  }
  if (opening.step === 'broken') {
    const { title, why } = brokenWords[opening.problem];
    return (
      <Notice live tone="warning" title={title}>
        <p>{why}</p>
        <p className="mt-1">
          Nothing was opened: the link still works. Copy the whole address from the message it came in.
        </p>
      </Notice>
    );
  }
  const lost = opening.step === 'ready' ? opening.lost : undefined;
  return (
    <>
      {lost ? (
        <Notice live tone="warning" title="No answer came." requestId={lost.requestId}>
          It is unknown whether the link was opened. Press again; if it says that the link was opened already,
          ask the person who sent it for a new one.
        </Notice>
      ) : null}
      <div className="min-h-8">
        {opening.step === 'checking' ? null : (
          <Button variant="primary" pending={opening.step === 'opening'} onClick={onOpen}>
            Show the secret
          </Button>
        )}
      </div>
    </>
  );
}

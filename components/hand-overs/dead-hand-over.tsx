import type { PublicHandOver } from '@/lib/features/hand-overs/schema';
import { formatExactTime } from '@/lib/format';
import { PublicFrame } from './public-frame';

type Dead = Exclude<PublicHandOver, { state: 'waiting' }>;

type Props = { dead: Dead /** It comes in answer to a press. */; pressed?: boolean };

const titles: Record<Dead['state'], string> = {
  made_up: 'There is no such link',
  opened: 'This link was opened already',
  revoked: 'This link was withdrawn',
  expired: 'This link has expired',
};

/** A link that opens nothing. Says nothing about what it held, or for whom. */
export function DeadHandOver({ dead, pressed = false }: Props) {
  return (
    <PublicFrame title={titles[dead.state]} focusTitle={pressed}>
      <p>{whyOf(dead)}</p>
      <p>
        {dead.state === 'opened'
          ? 'If that was not you, tell the person who sent you the link now: the secret has to be replaced.'
          : 'If you still need the secret, ask the person who sent you the link for a new one.'}
      </p>
    </PublicFrame>
  );
}

function whyOf(dead: Dead): string {
  switch (dead.state) {
    case 'opened':
      return `It opened once, on ${formatExactTime(dead.openedAt)}, and its secret is kept nowhere any more. It cannot be shown again.`;
    case 'revoked':
      return 'It was closed by those who made it, and its secret was erased here.';
    case 'expired':
      return 'It worked for a limited time, which is over. Its secret was erased here.';
    case 'made_up':
      return 'Part of the address may be missing: copy all of it from the message it came in.';
  }
}

import { RevealOnce } from '@/components/forms/reveal-once';
import { LiveQueries } from '@/components/live/live-query';
import { formatExactTime } from '@/lib/format';
import { OpenedMark } from './opened-mark';
import type { Handed } from './reveal-to-hand-over';
import type { HandOverSubject } from './send-sealed';
import { kindWords } from './words';

type Props = { handed: Handed; subject: HandOverSubject; onDone: () => void };

/** The link, shown once like the secret that it stands for. */
export function HandedOver({ handed, subject, onDone }: Props) {
  const what = kindWords[subject.kind];
  return (
    <RevealOnce title="Ready to hand over" what="hand-over link" secret={handed.url} onDone={onDone}>
      <p>
        {handed.copied ? 'The link is copied. ' : 'Copy the link. '}
        Send it to {handed.recipient || 'the recipient'}: it opens once, until{' '}
        {formatExactTime(handed.expiresAt)}, and whoever opens it first has the {what}.
      </p>
      <LiveQueries>
        <OpenedMark
          environment={subject.environment}
          organizationId={subject.organizationId}
          handOverId={handed.handOverId}
        />
      </LiveQueries>
      <p className="text-table text-quiet">
        Nobody can get the {what} back out of Keydesk. If the link is lost, issue a new one.
      </p>
    </RevealOnce>
  );
}

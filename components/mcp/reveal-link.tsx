import { RevealOnce } from '@/components/forms/reveal-once';

type Props = { connection: string; person: string; link: string; onDone: () => void };

/** The one moment in which an authorization link can be copied. */
export function RevealLink({ connection, person, link, onDone }: Props) {
  return (
    <RevealOnce
      title={`Authorization link for ${connection}`}
      what="authorization link"
      secret={link}
      onDone={onDone}
    >
      <p>
        Give it to {person} alone: whoever opens it connects their own account at the provider under this
        person’s name. It works once, for a short while.
      </p>
    </RevealOnce>
  );
}

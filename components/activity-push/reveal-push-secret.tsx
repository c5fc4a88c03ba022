import { RevealOnce } from '@/components/forms/reveal-once';

type Props = { title: string; secret: string; onDone: () => void; children: React.ReactNode };

/** The one moment in which a signing secret can be copied. */
export function RevealPushSecret({ title, secret, onDone, children }: Props) {
  return (
    <RevealOnce title={title} what="signing secret" secret={secret} onDone={onDone}>
      <p className="text-table text-quiet">{children}</p>
    </RevealOnce>
  );
}

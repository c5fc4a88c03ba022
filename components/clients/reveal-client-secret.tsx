import { RevealOnce } from '@/components/forms/reveal-once';
import { MonoId } from '@/components/ui/mono-id';

type Props = { title: string; clientId: string; secret: string; onDone: () => void };

/** The one moment in which a secret of an application can be copied. */
export function RevealClientSecret({ title, clientId, secret, onDone }: Props) {
  return (
    <RevealOnce title={title} what="client secret" secret={secret} onDone={onDone}>
      <p className="text-table text-quiet">
        It goes with the client id: <MonoId id={clientId} what="client id" />
      </p>
    </RevealOnce>
  );
}

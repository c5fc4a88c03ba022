import { RevealOnce } from '@/components/forms/reveal-once';
import { MonoId } from '@/components/ui/mono-id';
import type { RevealedSecret } from '@/lib/features/api-clients/schema';

type Props = { title: string; secret: RevealedSecret; onDone: () => void };

/** The one moment in which a client secret can be copied. */
export function RevealSecret({ title, secret, onDone }: Props) {
  return (
    <RevealOnce title={title} what="client secret" secret={secret.value} onDone={onDone}>
      <p className="text-table text-quiet">
        It goes with the client id: <MonoId id={secret.clientId} what="client id" />
      </p>
    </RevealOnce>
  );
}

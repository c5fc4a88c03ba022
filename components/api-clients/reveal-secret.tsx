import { RevealToHandOver } from '@/components/hand-overs/reveal-to-hand-over';
import { MonoId } from '@/components/ui/mono-id';
import type { RevealedSecret } from '@/lib/client-secret';

type Props = {
  environment: string;
  organizationId: string;
  title: string;
  /** The client's name. */
  name: string;
  secret: RevealedSecret;
  onDone: () => void;
};

/** The one moment in which a client secret can be copied or handed over. */
export function RevealSecret({ environment, organizationId, title, name, secret, onDone }: Props) {
  const { clientId, secretId, value } = secret;
  return (
    <RevealToHandOver
      title={title}
      what="client secret"
      secret={value}
      subject={{
        environment,
        organizationId,
        kind: 'client_secret',
        // The secret is of no use without the client id, so the recipient gets both.
        label: `${name}, client id ${clientId}`,
        // Scalekit may leave the id of a first secret out.
        secretId: secretId || clientId,
      }}
      onDone={onDone}
    >
      <p className="text-table text-quiet">
        It goes with the client id: <MonoId id={clientId} what="client id" />
      </p>
    </RevealToHandOver>
  );
}

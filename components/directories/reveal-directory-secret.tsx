'use client';

import { RevealToHandOver } from '@/components/hand-overs/reveal-to-hand-over';
import { CopyButton } from '@/components/ui/copy-button';
import type { RevealedDirectorySecret } from '@/lib/features/directories/schema';
import type { OfDirectory } from './dialogs';

type Props = OfDirectory & {
  title: string;
  secret: RevealedDirectorySecret;
  /** What happens to the secrets in use. */
  children: React.ReactNode;
  onDone: () => void;
};

/** The one moment in which a bearer secret can be copied, beside the address that it goes with. */
export function RevealDirectorySecret(props: Props) {
  const { environment, organizationId, title, secret, directory, children, onDone } = props;
  const { name, endpoint } = directory;
  return (
    <RevealToHandOver
      title={title}
      what="bearer secret"
      secret={secret.value}
      subject={{
        environment,
        organizationId,
        kind: 'directory_secret',
        // The identity provider asks for both.
        label: endpoint ? `${name}, SCIM endpoint ${endpoint}` : name,
        secretId: secret.secretId,
      }}
      onDone={onDone}
    >
      {endpoint ? (
        <p className="text-table text-quiet">
          It goes with the SCIM endpoint:{' '}
          <span className="inline-flex max-w-full items-start">
            <code className="min-w-0 py-1 font-mono text-xs wrap-anywhere">{endpoint}</code>
            <CopyButton text={endpoint} what="SCIM endpoint" className="shrink-0" />
          </span>
        </p>
      ) : null}
      <p className="text-table text-quiet">{children}</p>
    </RevealToHandOver>
  );
}

'use client';

import { RevealOnce } from '@/components/forms/reveal-once';
import { CopyButton } from '@/components/ui/copy-button';
import type { DirectoryRow, RevealedDirectorySecret } from '@/lib/features/directories/schema';

type Props = {
  title: string;
  secret: RevealedDirectorySecret;
  directory: DirectoryRow;
  /** What happens to the secrets in use. */
  children: React.ReactNode;
  onDone: () => void;
};

/** The one moment in which a bearer secret can be copied, beside the address that it goes with. */
export function RevealDirectorySecret({ title, secret, directory, children, onDone }: Props) {
  return (
    <RevealOnce title={title} what="bearer secret" secret={secret.value} onDone={onDone}>
      {directory.endpoint ? (
        <p className="text-table text-quiet">
          It goes with the SCIM endpoint:{' '}
          <span className="inline-flex max-w-full items-start">
            <code className="min-w-0 py-1 font-mono text-xs wrap-anywhere">{directory.endpoint}</code>
            <CopyButton text={directory.endpoint} what="SCIM endpoint" className="shrink-0" />
          </span>
        </p>
      ) : null}
      <p className="text-table text-quiet">{children}</p>
    </RevealOnce>
  );
}

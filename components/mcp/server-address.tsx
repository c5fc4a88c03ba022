import { CopyButton } from '@/components/ui/copy-button';

type Props = { url: string; what: string };

/** An address that agents are set up with, to copy. */
export function ServerAddress({ url, what }: Props) {
  if (!url) return <p className="text-quiet">Scalekit does not tell the address.</p>;
  return (
    <div className="flex max-w-full flex-wrap items-center gap-2">
      <code className="min-w-0 rounded bg-sunken px-2 py-1 font-mono text-xs break-all">{url}</code>
      <CopyButton labelled text={url} what={what} />
    </div>
  );
}

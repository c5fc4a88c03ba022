import { CopyButton } from './copy-button';

/** The id that support quotes when an error goes further. */
export function RequestId({ id }: { id: string }) {
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-table text-text">
      Request id
      <code className="font-mono text-xs break-all">{id}</code>
      <CopyButton text={id} what="request id" className="-my-1 text-text" />
    </p>
  );
}

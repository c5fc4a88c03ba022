import { CopyButton } from './copy-button';

type Props = {
  id: string;
  /** What the id names: "organization id". */
  what: string;
};

/** An id as it stands, in mono, with a copy button. In a table row take `RowId`. */
export function MonoId({ id, what }: Props) {
  return (
    <span className="inline-flex max-w-full items-center gap-0.5 text-quiet">
      <code className="truncate font-mono text-xs" title={id}>
        {id}
      </code>
      <CopyButton text={id} what={what} />
    </span>
  );
}

import { classNames } from './class-names';
import { CopyButton } from './copy-button';

type Props = {
  id: string;
  /** What the id names: "organization id". */
  what: string;
  /** In a table row the copy button waits for the pointer or the focus. */
  inRow?: boolean;
};

/** An id as it stands, in mono, with a copy button. */
export function MonoId({ id, what, inRow = false }: Props) {
  return (
    <span className="inline-flex max-w-full items-center gap-0.5 text-quiet">
      <code className="truncate font-mono text-xs" title={id}>
        {id}
      </code>
      <CopyButton
        text={id}
        what={what}
        className={classNames(
          inRow && 'md:opacity-0 md:group-hover/row:opacity-100 md:focus-visible:opacity-100',
        )}
      />
    </span>
  );
}

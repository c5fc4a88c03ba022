type Props = {
  id: string;
  /** What the id names: "id of Acme". */
  what: string;
};

/** An id in a table row, with a copy button that waits for the pointer or the focus. No script of its own. */
export function RowId({ id, what }: Props) {
  return (
    <span className="row-id">
      <code title={id}>{id}</code>
      <button type="button" aria-label={`Copy ${what}`} data-copy="" />
    </span>
  );
}

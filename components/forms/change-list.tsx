/** One change that saving makes, in words. `isLoss`: something that was there is gone afterwards. */
export type FormChange = { words: string; isLoss: boolean };

type Props = {
  changes: FormChange[];
  /** What holds for all of them: how the API takes the change. */
  children?: React.ReactNode;
};

/** What saving would do, beside the button that does it. Losses come first and look like losses. */
export function ChangeList({ changes, children }: Props) {
  const losses = changes.filter(({ isLoss }) => isLoss);
  const others = changes.filter(({ isLoss }) => !isLoss);
  return (
    <section
      aria-label="What saving does"
      className="measure rounded border border-line px-3 py-2.5 text-table"
    >
      <div role="status">
        <p className="font-medium">{changes.length === 0 ? 'Nothing changes yet' : 'Saving'}</p>
        {changes.length > 0 ? (
          <ul className="mt-1 list-disc pl-5 wrap-anywhere">
            {losses.map(({ words }) => (
              <li key={words} className="text-danger-text">
                {words}
              </li>
            ))}
            {others.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {children ? <p className="mt-1 text-quiet">{children}</p> : null}
    </section>
  );
}

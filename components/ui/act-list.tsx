/** Acts by the names that they have in the staff log. */
export function ActList({ acts }: { acts: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {acts.map((act) => (
        <li key={act}>
          <code className="rounded border border-line bg-sunken px-1.5 py-px text-xs wrap-anywhere">
            {act}
          </code>
        </li>
      ))}
    </ul>
  );
}

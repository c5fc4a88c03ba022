/** What asking for a link does, beside giving it. */
export function LinkEffects({ person }: { person: string }) {
  return (
    <p>
      Scalekit makes the accounts that <b className="font-medium">{person}</b> lacks at the connections of
      this configuration, waiting for consent. Links that are out already go on working.
    </p>
  );
}

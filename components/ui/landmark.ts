/** The part of the page that something floating belongs to: outside of it, screen readers would lose it. */
export function landmarkOf(element: HTMLElement | null): HTMLElement | undefined {
  return element?.closest<HTMLElement>('[role="dialog"], nav, header, main') ?? undefined;
}

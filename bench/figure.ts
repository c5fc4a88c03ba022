/** One measured number and the most that it may be. */
export type Figure = { name: string; value: number; atMost: number; decimals?: number };

/** True when the figure misses its target. A value that is no number misses it. */
export function isShort({ value, atMost }: Figure): boolean {
  return !(value <= atMost);
}

/** The figure as a line: name, value, target, `ok` or `short`, tab separated. */
export function formatFigure(figure: Figure): string {
  const { name, value, atMost, decimals = 2 } = figure;
  return [name, value.toFixed(decimals), `<= ${atMost}`, isShort(figure) ? 'short' : 'ok'].join('\t');
}

/** The middle value; of an even number of values the mean of the two in the middle. NaN of none. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** One measured number and the most, or the least, that it may be. */
export type Figure = { name: string; value: number; decimals?: number } & (
  | { atMost: number }
  | { atLeast: number }
);

/** True when the figure misses its target. A value that is no number misses it. */
export function isShort(figure: Figure): boolean {
  return !('atMost' in figure ? figure.value <= figure.atMost : figure.value >= figure.atLeast);
}

/** The figure as a line: name, value, target, `ok` or `short`, tab separated. */
export function formatFigure(figure: Figure): string {
  const { name, value, decimals = 2 } = figure;
  const target = 'atMost' in figure ? `<= ${figure.atMost}` : `>= ${figure.atLeast}`;
  return [name, value.toFixed(decimals), target, isShort(figure) ? 'short' : 'ok'].join('\t');
}

/** The middle value; of an even number of values the mean of the two in the middle. NaN of none. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

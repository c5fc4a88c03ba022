import type { ActivityFilter } from './filter';
import { type LiveLine, takesLine } from './live-line';

/** What came in since somebody looked, by stream and id: told twice, a row counts once. */
export type LiveNews = { added: ReadonlySet<string>; changed: ReadonlySet<string> };

export const noNews: LiveNews = { added: new Set(), changed: new Set() };

/**
 * Adds what was told, as far as the filter takes it. A sign-in that moved replaces its line: of one that is still to be
 * shown nothing more is new, and one that the filter takes no longer is gone.
 */
export function withLines(
  news: LiveNews,
  lines: LiveLine[],
  environment: string,
  filter: ActivityFilter,
): LiveNews {
  const [added, changed] = [new Set(news.added), new Set(news.changed)];
  for (const line of lines) {
    if (line.environment !== environment) continue;
    const key = `${line.stream}~${line.entryId}`;
    const fits = takesLine(filter, line);
    if (!line.changed) {
      if (fits) added.add(key);
    } else if (!added.has(key)) {
      if (fits) changed.add(key);
      else changed.delete(key);
    } else if (!fits) added.delete(key);
  }
  return { added, changed };
}

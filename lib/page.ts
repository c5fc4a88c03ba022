import { z } from 'zod';

/** A page of a list that is walked by cursor. `total` is null where the API does not count. */
export type Page<Row> = {
  rows: Row[];
  total: number | null;
  nextToken: string | null;
  previousToken: string | null;
};

/** The cursor of a list as it stands in the URL; opaque, handed back unchanged. */
export const pageToken = z.string().max(500).default('');

import { z } from 'zod';

/** What every paged list of the described operations takes. */
export const pagingInput = {
  // A number in our code, text in a query string.
  page_size: z.coerce.number<number>().int().min(0).max(30).optional(),
  page_token: z.string().max(100).optional(),
};

/** What every page carries. */
export const pagingOutput = {
  // 64-bit numbers are text in protobuf JSON.
  total_size: z.coerce.number<number | string>().default(0),
  next_page_token: z.string().default(''),
  prev_page_token: z.string().default(''),
};

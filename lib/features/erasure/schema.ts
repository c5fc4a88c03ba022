import { z } from 'zod';
import { userId } from '@/lib/scalekit-ids';

export const erasePersonInput = z.object({
  userId,
  /** Besides those that Keydesk knows of this user. Reaches no log. */
  email: z
    .email('Give an e-mail address, or leave it empty.')
    .max(254)
    .transform((text) => text.toLowerCase())
    .or(z.literal(''))
    .default(''),
  reason: z.string().trim().min(3, 'Say in a few words why.').max(500),
});

/**
 * How many rows held something of the person: of the activity cache, the index, sign-in watches, links and hand-overs,
 * lines of bulk work and runs of tools, saved views. Notes that name them are counted and left.
 */
export type Erased = {
  activity: number;
  index: number;
  watches: number;
  links: number;
  jobLines: number;
  views: number;
  notes: number;
};

import { z } from 'zod';
import { connectionId, organizationId } from '@/lib/scalekit-ids';

/** How long a watch looks, and how many one person may have open. */
export const watchDays = 7;
export const mostOpenWatches = 20;

export const startWatchInput = z
  .object({
    /** Empty for an address whose customer is not known. */
    organizationId: organizationId.or(z.literal('')).default(''),
    connectionId: connectionId.or(z.literal('')).default(''),
    email: z
      .email('Give an e-mail address.')
      .max(254)
      .transform((text) => text.toLowerCase())
      .or(z.literal(''))
      .default(''),
    /** What the mail names. */
    ticket: z.string().trim().max(64).default(''),
  })
  .refine(({ connectionId: connection, email }) => connection !== '' || email !== '', {
    message: 'Give an address or a connection to watch.',
    path: ['email'],
  })
  .refine(({ connectionId: connection, organizationId: owner }) => connection === '' || owner !== '', {
    message: 'A connection is watched within its organization.',
    path: ['organizationId'],
  });

export const endWatchInput = z.object({ watchId: z.uuid() });

/** A watch as its maker sees it. Times are ISO 8601. */
export type WatchRow = {
  id: string;
  /** `seen`: it has worked. `over`: nobody came in time. */
  state: 'open' | 'seen' | 'over' | 'ended';
  organizationId: string | null;
  connectionId: string | null;
  email: string | null;
  ticket: string | null;
  createdAt: string;
  endsAt: string;
  checkedAt: string | null;
  failures: number;
  seen: { requestId: string; at: string; email: string | null } | null;
};

/** What the top bar tells: how many watches look, and those that have seen a good sign-in. */
export type WatchNews = { open: number; seen: WatchRow[] };

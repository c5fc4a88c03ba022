import { z } from 'zod';

/** How long a freeze lasts, in hours. `open`: until somebody ends it. */
export const freezeLengths = ['1', '4', '24', 'open'] as const;

export const startFreezeInput = z.object({
  reason: z
    .string()
    .trim()
    .min(3, 'Say why: everybody reads it who is stopped by the freeze.')
    .max(200, 'A reason has at most 200 characters.'),
  length: z.enum(freezeLengths, 'Choose how long it lasts.'),
});

/** `startedAt`: of the freeze that was on screen, so that nobody ends one that they have not seen. */
export const endFreezeInput = z.object({ startedAt: z.iso.datetime('Say which freeze ends.') });

/** A freeze as every page shows it. Times are ISO 8601; `endsAt` null: until somebody ends it. */
export type FreezeView = { reason: string; startedAt: string; startedByEmail: string; endsAt: string | null };

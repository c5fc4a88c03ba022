import { z } from 'zod';
import { userId } from '@/lib/scalekit-ids';

const credentialId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'This is not a passkey id.');

export const listPasskeysInput = z.object({ userId });
export const passkeyInput = z.object({ userId, credentialId });
export const renamePasskeyInput = passkeyInput.extend({
  displayName: z
    .string()
    .trim()
    .min(1, 'Give the passkey a name.')
    .max(120, 'A name has at most 120 characters.'),
});

/** A passkey of a user. Times are ISO 8601. */
export type PasskeyRow = {
  id: string;
  name: string | null;
  authenticator: string | null;
  device: string | null;
  /** True when its provider keeps it on several devices. */
  synced: boolean;
  createdAt: string | null;
};

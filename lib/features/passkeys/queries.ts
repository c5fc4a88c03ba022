import 'server-only';
import { toIso } from '@/lib/scalekit/timestamps';
import { defineQuery } from '@/lib/server/define-query';
import { readUser } from '@/lib/server/find-user';
import { listPasskeysInput, type PasskeyRow } from './schema';

/** All passkeys of a user; the API does not page them. Source: GET /webauthn/credentials?user_id=. */
export const listPasskeys = defineQuery({
  permission: 'passkey.read',
  input: listPasskeysInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (input, context): Promise<PasskeyRow[]> => {
    const [, { credentials }] = await Promise.all([
      readUser(input.userId, context),
      context.scalekit.webauthn.listCredentials(input),
    ]);
    return credentials.map((one) => ({
      id: one.id,
      name: one.displayName || null,
      authenticator: one.authenticator?.name || one.authenticator?.attachment || null,
      device: [one.userAgent?.browser, one.userAgent?.os].filter(Boolean).join(' on ') || null,
      synced: one.authenticatorFlags?.backupState ?? false,
      createdAt: toIso(one.createdAt),
    }));
  },
});

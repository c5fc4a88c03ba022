'use server';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { defineAction } from '@/lib/server/define-action';
import { scopeOfUser } from '@/lib/server/find-user';
import { passkeyInput, renamePasskeyInput } from './schema';

/** PATCH /webauthn/credentials/{id}, after the passkey was proven to be the user's. */
export const renamePasskey = defineAction({
  permission: 'passkey.rename',
  input: renamePasskeyInput,
  scope: ({ userId }, context) => scopeOfUser(userId, context),
  run: async ({ userId, credentialId, displayName }, { scalekit }) => {
    await proveOwner(userId, credentialId, scalekit);
    await scalekit.webauthn.updateCredential({ credentialId, displayName });
    return null;
  },
  audit: {
    target: ({ credentialId }) => ({ type: 'passkey', id: credentialId }),
    details: ({ userId, displayName }) => ({ userId, displayName }),
  },
});

/** DELETE /webauthn/credentials/{id}, after the passkey was proven to be the user's. */
export const removePasskey = defineAction({
  permission: 'passkey.remove',
  input: passkeyInput,
  scope: ({ userId }, context) => scopeOfUser(userId, context),
  run: async ({ userId, credentialId }, { scalekit }) => {
    await proveOwner(userId, credentialId, scalekit);
    const { success } = await scalekit.webauthn.deleteCredential({ credentialId });
    if (!success) throw new AppError('unavailable', 'Scalekit did not remove the passkey.');
    return null;
  },
  audit: {
    target: ({ credentialId }) => ({ type: 'passkey', id: credentialId }),
    details: ({ userId }) => ({ userId }),
  },
});

/** The routes carry the passkey only: whose it is, the user's own list says. */
async function proveOwner(userId: string, credentialId: string, scalekit: ScalekitClient): Promise<void> {
  const { credentials } = await scalekit.webauthn.listCredentials({ userId });
  if (!credentials.some(({ id }) => id === credentialId)) {
    throw new AppError('not_found', 'This user has no such passkey.');
  }
}

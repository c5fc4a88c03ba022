import { z } from 'zod';
import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { failedPrecondition, invalidField, notFound } from '../errors';
import type { Implementation } from '../service';
import { requireUser } from '../users/find-user';
import { toCredential } from './messages';
import type { PasskeyRow } from './rows';

const settingsSchema = z.object({ rp: z.object({ ids: z.tuple([z.string()]).rest(z.string()) }) });

/** WebAuthnService: the passkeys of people. Registering one needs a browser of theirs. */
export function webauthnService(environment: Environment): Implementation<typeof services.webauthn> {
  const { clock, store } = environment;

  function requirePasskey(id: string): PasskeyRow {
    const row = store.passkeys.get(id);
    if (!row) throw notFound(`credential ${id}`);
    return row;
  }

  // The domain that passkeys are made for.
  function rpId(): string {
    const connection = store.connections
      .all()
      .find((row) => row.kind === 'login' && row.type === 'WEBAUTHN' && row.enabled);
    const settings = settingsSchema.safeParse(connection?.settings);
    return settings.success ? settings.data.rp.ids[0] : new URL(environment.url()).hostname;
  }

  function refuseWithoutSession(): never {
    throw failedPrecondition('passkeys are registered in a session of their user, a client token has none');
  }

  return {
    beginRegistration: refuseWithoutSession,
    finishRegistration: refuseWithoutSession,

    listCredentials({ userId }) {
      if (!userId) throw invalidField('user_id', 'value is required with a client token', 'required');
      const user = requireUser(environment, userId);
      const rows = store.passkeys.findBy('userId', user.id);
      return {
        credentials: rows.map(toCredential),
        allAcceptedCredentialsOptions: {
          rpId: rpId(),
          userId: user.id,
          allAcceptedCredentialIds: rows.map(({ credentialId }) => credentialId),
        },
      };
    },

    updateCredential({ credentialId, displayName }) {
      const row = requirePasskey(credentialId);
      return {
        credential: toCredential(store.passkeys.put({ ...row, displayName, updatedAt: clock.now() })),
      };
    },

    deleteCredential({ credentialId }) {
      const row = requirePasskey(credentialId);
      store.passkeys.delete(row.id);
      return { success: true, unknownCredentialOptions: { rpId: rpId(), credentialId: row.credentialId } };
    },
  };
}

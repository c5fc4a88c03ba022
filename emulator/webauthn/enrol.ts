import { createHash } from 'node:crypto';
import type { Environment } from '../environment';
import type { authenticators } from '../scenarios/demo-access.data';
import type { Device } from '../sessions/rows';
import type { PasskeyRow } from './rows';

type Authenticator = (typeof authenticators)[number];
type Options = {
  id: string;
  createdAt: number;
  userId: string;
  displayName: string;
  authenticator: Authenticator;
  backedUp: boolean;
  device: Device;
};

/** Puts a passkey there as if its person had registered it. */
export function enrolPasskey({ store }: Environment, options: Options): PasskeyRow {
  const isKey = options.authenticator.attachment === 'cross-platform';
  const digest = createHash('sha256').update(options.id).digest('base64url');
  return store.passkeys.put({
    ...options,
    updatedAt: options.createdAt,
    credentialId: digest,
    attestationType: isKey ? 'direct' : 'none',
    transports: isKey ? ['usb', 'nfc'] : ['internal', 'hybrid'],
    backupEligible: !isKey,
    backedUp: !isKey && options.backedUp,
  });
}

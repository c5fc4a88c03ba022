import type { Row } from '../rows';
import type { Device } from '../sessions/rows';

/** A passkey of a person, with the device that it was registered on. */
export type PasskeyRow = Row & {
  updatedAt: number;
  userId: string;
  /** The authenticator's own id, base64url. */
  credentialId: string;
  displayName: string;
  attestationType: 'none' | 'indirect' | 'direct';
  authenticator: { aaguid: string; name: string; attachment: 'platform' | 'cross-platform' };
  transports: string[];
  /** Whether it can be synced to other devices, and has been. */
  backupEligible: boolean;
  backedUp: boolean;
  device: Device;
};

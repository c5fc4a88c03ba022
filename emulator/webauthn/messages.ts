import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { webauthnPb } from '@/lib/scalekit/services';
import type { PasskeyRow } from './rows';

type CredentialInit = MessageInitShape<typeof webauthnPb.WebAuthnCredentialSchema>;

/** A passkey as the API shows it. */
export function toCredential(row: PasskeyRow): CredentialInit {
  const { place, userAgent, deviceType, browser, browserVersion, os, osVersion, ip } = row.device;
  return {
    id: row.id,
    userId: row.userId,
    credentialId: new Uint8Array(Buffer.from(row.credentialId, 'base64url')),
    attestationType: row.attestationType,
    authenticator: row.authenticator,
    transports: row.transports,
    authenticatorFlags: {
      userPresent: true,
      userVerified: true,
      backupEligible: row.backupEligible,
      backupState: row.backedUp,
    },
    createdAt: timestampFromMs(row.createdAt),
    updatedAt: timestampFromMs(row.updatedAt),
    userAgent: { raw: userAgent, browser, browserVersion, os, osVersion, deviceType },
    clientInfo: {
      ip,
      region: place?.region,
      regionSubdivision: place?.regionSubdivision,
      city: place?.city,
    },
    displayName: row.displayName,
  };
}

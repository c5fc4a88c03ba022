import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { sessionsPb } from '@/lib/scalekit/services';
import { type Device, type SessionRow, sessionExpiry, sessionStatus } from './rows';

type SessionInit = MessageInitShape<typeof sessionsPb.SessionDetailsSchema>;
type RevokedFields = Omit<
  MessageInitShape<typeof sessionsPb.RevokedSessionDetailsSchema>,
  '$typeName' | '$unknown'
>;

/** A session as the API shows it. `now` decides whether its time has run out. */
export function toSession(row: SessionRow, now: number): SessionInit {
  return {
    ...toRevokedSession(row, now),
    organizationId: row.organizationId,
    authenticatedOrganizations: row.authenticatedOrganizations,
    authenticatedClients: row.authenticatedClients,
    device: toDevice(row.device),
  };
}

/** The parts of a session that a revocation answers with. */
export function toRevokedSession(row: SessionRow, now: number): RevokedFields {
  return {
    sessionId: row.id,
    userId: row.userId,
    createdAt: timestampFromMs(row.createdAt),
    updatedAt: timestampFromMs(row.updatedAt),
    idleExpiresAt: optionalTime(row.idleExpiresAt),
    absoluteExpiresAt: timestampFromMs(row.absoluteExpiresAt),
    expiredAt: optionalTime(expiredAt(row, now)),
    logoutAt: optionalTime(row.ended?.how === 'logout' ? row.ended.at : undefined),
    status: sessionStatus(row, now),
    lastActiveAt: timestampFromMs(row.lastActiveAt),
  };
}

// When it ended without its owner's doing.
function expiredAt(row: SessionRow, now: number): number | undefined {
  const status = sessionStatus(row, now);
  if (status === 'revoked') return row.ended?.at;
  return status === 'expired' ? sessionExpiry(row) : undefined;
}

function toDevice({ place, ...device }: Device) {
  return { ...device, location: place };
}

function optionalTime(ms: number | undefined) {
  return ms === undefined ? undefined : timestampFromMs(ms);
}

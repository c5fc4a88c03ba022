import type { JsonObject } from '@bufbuild/protobuf';
import type { Environment } from '../environment';
import { emitEvent } from '../events/emit';
import { eventTime, userData } from '../events/payloads';
import { type Device, type SessionRow, sessionStatus } from './rows';

/** The sign-in that a session began with, as the login log names it, and when it happened if not now. */
export type Origin = { authRequestId?: string; connectionId?: string; at?: number };

/** Tells that a session began or was ended. Nobody is told of one whose time ran out. */
export function announceSession(
  environment: Environment,
  type: 'user.login' | 'user.logout',
  row: SessionRow,
  origin: Origin = {},
): void {
  const user = environment.store.users.get(row.userId);
  if (!user) return;
  emitEvent(environment, {
    type,
    organizationId: row.organizationId,
    ...origin,
    data: { user: userData(user), user_session: sessionData(row, origin.at ?? environment.clock.now()) },
  });
}

// Events write states and kinds of device otherwise than the API does: the documented sample is from a live one.
function sessionData(row: SessionRow, now: number): JsonObject {
  const { ended } = row;
  return {
    session_id: row.id,
    user_id: row.userId,
    organization_id: row.organizationId ?? '',
    authenticated_organizations: row.authenticatedOrganizations,
    status: sessionStatus(row, now).toUpperCase(),
    created_at: eventTime(row.createdAt),
    updated_at: eventTime(row.updatedAt),
    last_active_at: eventTime(row.lastActiveAt),
    absolute_expires_at: eventTime(row.absoluteExpiresAt),
    ...(row.idleExpiresAt !== undefined && { idle_expires_at: eventTime(row.idleExpiresAt) }),
    expired_at: ended?.how === 'revoked' ? eventTime(ended.at) : null,
    logout_at: ended?.how === 'logout' ? eventTime(ended.at) : null,
    device: deviceData(row.device),
  };
}

function deviceData({ place, deviceType, ...device }: Device): JsonObject {
  return {
    browser: device.browser,
    browser_version: device.browserVersion,
    device_type: deviceType.charAt(0).toUpperCase() + deviceType.slice(1),
    ip: device.ip,
    os: device.os,
    os_version: device.osVersion,
    user_agent: device.userAgent,
    ...(place && {
      location: {
        city: place.city,
        latitude: place.latitude,
        longitude: place.longitude,
        region: place.region,
        region_subdivision: place.regionSubdivision,
      },
    }),
  };
}

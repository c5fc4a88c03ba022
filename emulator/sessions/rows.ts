import type { Row } from '../rows';

/** Where a device was when it signed in, guessed from its address. `region` is the country's name. */
export type Place = {
  region: string;
  regionSubdivision: string;
  city: string;
  latitude: string;
  longitude: string;
};

export type Device = {
  userAgent: string;
  os: string;
  osVersion: string;
  browser: string;
  browserVersion: string;
  deviceType: 'desktop' | 'mobile' | 'tablet' | 'other';
  ip: string;
  place?: Place;
};

/** Somebody's sign-in on one device. Its `id` is the `sid` of the tokens. Times are in milliseconds. */
export type SessionRow = Row & {
  updatedAt: number;
  userId: string;
  /** The organization last worked in; absent before one was chosen. */
  organizationId?: string;
  authenticatedOrganizations: string[];
  /** The applications signed in to, each with the organization last worked in there. */
  authenticatedClients: { clientId: string; organizationId: string }[];
  device: Device;
  lastActiveAt: number;
  /** Absent where idle sessions do not end. */
  idleExpiresAt?: number;
  absoluteExpiresAt: number;
  /** Set when it was ended before its time; running out of time is not written down. */
  ended?: { how: 'revoked' | 'logout'; at: number };
};

export type SessionStatus = 'active' | 'expired' | 'revoked' | 'logout';

/** When time alone ends the session. */
export function sessionExpiry({ idleExpiresAt, absoluteExpiresAt }: SessionRow): number {
  return Math.min(idleExpiresAt ?? absoluteExpiresAt, absoluteExpiresAt);
}

/** The state of a session now. What ended it first is what it stays. */
export function sessionStatus(row: SessionRow, now: number): SessionStatus {
  if (row.ended) return row.ended.how;
  return sessionExpiry(row) <= now ? 'expired' : 'active';
}

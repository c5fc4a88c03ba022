import 'server-only';
import type { sessionsPb } from '@/lib/scalekit/services';

/** The organizations that a session is signed in to, the current one first. */
export function organizationsOfSession(session: sessionsPb.SessionDetails): string[] {
  return [...new Set([session.organizationId, ...session.authenticatedOrganizations])].filter(Boolean);
}

/** `Firefox 132 on Windows 11`, as far as it is known. */
export function describeDevice(device: sessionsPb.DeviceDetails | undefined): string {
  const browser = [device?.browser, device?.browserVersion].filter(Boolean).join(' ');
  const system = [device?.os, device?.osVersion].filter(Boolean).join(' ');
  return [browser, system].filter(Boolean).join(' on ') || 'Unknown device';
}

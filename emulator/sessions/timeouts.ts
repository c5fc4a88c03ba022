import type { OrganizationRow } from '../organizations/rows';
import { application } from '../organizations/session-policy';

const minuteMs = 60_000;

/** How long a session lives, and how long without activity, in milliseconds: the stricter of application and organization. */
export function sessionTimeouts(organization: OrganizationRow | undefined): {
  absoluteMs: number;
  idleMs: number;
} {
  const { absoluteTimeout, idleTimeout, idleTimeoutEnabled } = organization?.sessionPolicy ?? {};
  const absolute = Math.min(absoluteTimeout ?? Number.POSITIVE_INFINITY, application.absoluteSessionTimeout);
  const own = idleTimeoutEnabled === false ? undefined : idleTimeout;
  const idle = Math.min(own ?? Number.POSITIVE_INFINITY, application.idleSessionTimeout);
  return { absoluteMs: absolute * minuteMs, idleMs: idle * minuteMs };
}

import 'server-only';
import type { sessionsPb } from './services';

/** The organizations that a session is signed in to, the current one first. */
export function organizationsOfSession(session: sessionsPb.SessionDetails): string[] {
  return [...new Set([session.organizationId, ...session.authenticatedOrganizations])].filter(Boolean);
}

import 'server-only';
import { db } from '@/lib/db';

/** What makes a durable portal link one that still opens: not revoked, not expired, opens left. For a `where`. */
export function usableLinks() {
  return {
    revokedAt: null,
    expiresAt: { gt: new Date() },
    openCount: { lt: db().portalLink.fields.openLimit },
  };
}

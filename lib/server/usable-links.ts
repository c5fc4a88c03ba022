import 'server-only';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';

/** What makes a durable portal link one that still opens: not revoked, not expired, opens left. For a `where`. */
export function usableLinks() {
  return {
    revokedAt: null,
    expiresAt: { gt: new Date() },
    openCount: { lt: db().portalLink.fields.openLimit },
  };
}

/** The same as a condition of SQL, on a row that is called `link`. */
export function usableLink(): Prisma.Sql {
  return Prisma.sql`link.revoked_at IS NULL AND link.expires_at > now() AND link.open_count < link.open_limit`;
}

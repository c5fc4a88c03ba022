import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db';
import type { PortalLink, Prisma } from '@/lib/generated/prisma/client';
import { createLinkToken } from './link-token';

const hourMs = 60 * 60_000;

/** A durable link straight in the database, with the token that no row holds. */
export async function insertLink(
  changes: Partial<Prisma.PortalLinkCreateInput> = {},
): Promise<PortalLink & { token: string }> {
  const { token, tokenHash } = createLinkToken();
  const link = await db().portalLink.create({
    data: {
      environment: 'production',
      organizationId: `org_${Date.now()}`,
      organizationName: 'Acme Corp',
      tokenHash,
      features: ['sso'],
      openLimit: 10,
      expiresAt: new Date(Date.now() + hourMs),
      createdById: randomUUID(),
      createdByEmail: 'maker@staff.example',
      ...changes,
    },
  });
  return { ...link, token };
}

/** Everything that Keydesk's own tables hold, as text: where a test looks for what must not be there. */
export async function dumpDatabase(): Promise<string> {
  const tables = await Promise.all([
    db().$queryRaw`SELECT to_jsonb(l) FROM portal_link l`,
    db().$queryRaw`SELECT to_jsonb(o) FROM portal_link_open o`,
    db().$queryRaw`SELECT to_jsonb(c) FROM portal_link_code c`,
    db().$queryRaw`SELECT to_jsonb(v) FROM portal_link_visit v`,
    db().$queryRaw`SELECT to_jsonb(s) FROM staff_log s`,
  ]);
  return JSON.stringify(tables);
}

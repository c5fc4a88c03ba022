import { randomUUID } from 'node:crypto';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import type { PortalLink, Prisma } from '@/lib/generated/prisma/client';
import { createLinkToken } from './link-token';

const hourMs = 60 * 60_000;

/** A member of staff for a test: support, all customers, unless told otherwise. */
export function makePrincipal(changes: Partial<Principal> = {}): Principal {
  const staffId = randomUUID();
  return {
    staffId,
    email: `${staffId.slice(0, 8)}@staff.example`,
    name: 'Test person',
    role: 'support',
    customers: 'all',
    sessionId: randomUUID(),
    authTime: new Date(),
    ...changes,
  };
}

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

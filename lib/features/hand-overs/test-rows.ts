import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db';
import type { HandOver, Prisma } from '@/lib/generated/prisma/client';
import { createHandOverToken } from './link-token';

const hourMs = 60 * 60_000;

/** A hand-over straight in the database, with the token that no row holds. */
export async function insertHandOver(
  changes: Partial<Prisma.HandOverCreateInput> = {},
): Promise<HandOver & { token: string }> {
  const { token, tokenHash } = createHandOverToken();
  const row = await db().handOver.create({
    data: {
      environment: 'production',
      organizationId: `org_${Date.now()}`,
      tokenHash,
      kind: 'api_key',
      label: 'Nightly export',
      secretId: 'apit_101',
      sealed: 'c2VhbGVk'.repeat(10),
      expiresAt: new Date(Date.now() + hourMs),
      createdById: randomUUID(),
      createdByEmail: 'maker@staff.example',
      ...changes,
    },
  });
  return { ...row, token };
}

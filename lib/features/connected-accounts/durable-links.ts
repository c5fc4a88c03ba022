import 'server-only';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { AccountLink } from '@/lib/generated/prisma/client';
import type { connectedAccountsPb } from '@/lib/scalekit/services';
import { createToken } from './durable-token';
import type { CreatedDurableLink, DurableLinkRow, DurableLinkState } from './schema';

const dayMs = 24 * 60 * 60_000;
const mostRows = 20;

type Named = { accountId: string; organizationId: string };
type Wanted = { organizationId: string; recipientEmail: string; expiresInDays: number; openLimit: number };

/** Makes a link; its URL is in this answer and nowhere else. */
export async function createDurable(
  environment: string,
  { staffId, email }: Principal,
  account: connectedAccountsPb.ConnectedAccount,
  { organizationId, recipientEmail, expiresInDays, openLimit }: Wanted,
): Promise<CreatedDurableLink> {
  const { token, tokenHash } = createToken();
  const link = await db().accountLink.create({
    data: {
      environment,
      organizationId: organizationId || null,
      accountId: account.id,
      provider: account.provider || account.connector,
      tokenHash,
      recipientEmail,
      openLimit,
      expiresAt: new Date(Date.now() + expiresInDays * dayMs),
      createdById: staffId,
      createdByEmail: email,
    },
  });
  const url = `${env().NEXTAUTH_URL}/c/${token}`;
  return { linkId: link.id, url, expiresAt: link.expiresAt.toISOString() };
}

/** Why a link works or does not; what a person did to it comes before what time and use did. */
export function stateOf(
  link: Pick<AccountLink, 'revokedAt' | 'expiresAt' | 'openCount' | 'openLimit'>,
): DurableLinkState {
  if (link.revokedAt) return 'revoked';
  if (link.expiresAt.getTime() <= Date.now()) return 'expired';
  return link.openCount >= link.openLimit ? 'used_up' : 'active';
}

/** The newest links of an account; as one customer's, only those that were made as that customer's. */
export async function listDurable(environment: string, named: Named): Promise<DurableLinkRow[]> {
  const links = await db().accountLink.findMany({
    where: { environment, ...whereOf(named) },
    // Version 7 UUIDs sort by the time they were made.
    orderBy: { id: 'desc' },
    take: mostRows,
  });
  return links.map((link) => ({
    linkId: link.id,
    state: stateOf(link),
    recipientEmail: link.recipientEmail,
    openCount: link.openCount,
    openLimit: link.openLimit,
    lastOpenedAt: link.lastOpenedAt?.toISOString() ?? null,
    expiresAt: link.expiresAt.toISOString(),
    createdAt: link.createdAt.toISOString(),
    createdByEmail: link.createdByEmail,
  }));
}

/** Closes a link. @throws AppError not_found */
export async function revokeDurable(
  environment: string,
  { email }: Principal,
  { linkId, ...named }: Named & { linkId: string },
): Promise<null> {
  const own = { id: linkId, environment, ...whereOf(named) };
  await db().accountLink.updateMany({
    where: { ...own, revokedAt: null },
    data: { revokedAt: new Date(), revokedByEmail: email, codeHash: null },
  });
  const link = await db().accountLink.findFirst({ where: own });
  if (!link) throw new AppError('not_found', `There is no link ${linkId} of this account.`);
  return null;
}

/** Forgets the links of an account that is gone. */
export async function forgetDurable(environment: string, accountId: string): Promise<void> {
  await db().accountLink.deleteMany({ where: { environment, accountId } });
}

function whereOf({ accountId, organizationId }: Named) {
  return { accountId, ...(organizationId && { organizationId }) };
}

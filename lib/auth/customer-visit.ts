import 'server-only';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { isSecure, visitCookieName } from './cookies';
import { hashToken, newSessionToken } from './session-token';

const visitMs = 2 * 60 * 60_000;

/** A customer's administrator who proved to read the mail of a link's recipient: one organization, two hours. */
export type CustomerVisit = {
  visitId: string;
  linkId: string;
  environment: string;
  organizationId: string;
  recipientEmail: string;
  recipientName: string;
  expiresAt: Date;
};

/**
 * The visit of this request. Null without its cookie, and once the visit is over or its link was revoked or expired;
 * a link that is used up keeps its visits. Read anew at each request: a revocation counts at once.
 */
export const currentVisit = cache(
  async (): Promise<CustomerVisit | null> => readVisit((await cookies()).get(visitCookieName())?.value),
);

/**
 * Starts a visit in this browser and ends the one it had. Call it only after the mailed code was right.
 * For route handlers and actions: a page cannot set a cookie.
 * @throws AppError not_found when the link no longer works or names no recipient
 */
export async function startVisit(linkId: string, now = new Date()): Promise<void> {
  const link = await db().portalLink.findFirst({
    where: { id: linkId, revokedAt: null, expiresAt: { gt: now }, recipientEmail: { not: null } },
  });
  if (!link) throw new AppError('not_found', 'This link no longer works.');
  const jar = await cookies();
  await endToken(jar.get(visitCookieName())?.value, now);
  const token = newSessionToken();
  const expiresAt = new Date(Math.min(now.getTime() + visitMs, link.expiresAt.getTime()));
  const { environment, organizationId } = link;
  await db().portalLinkVisit.create({
    data: { linkId, environment, organizationId, tokenHash: hashToken(token), verifiedAt: now, expiresAt },
  });
  jar.set(visitCookieName(), token, { ...cookieOptions(), expires: expiresAt });
}

/** Ends the visit of this request, if there is one, and takes its cookie back. For route handlers and actions. */
export async function endVisit(now = new Date()): Promise<void> {
  const jar = await cookies();
  await endToken(jar.get(visitCookieName())?.value, now);
  jar.set(visitCookieName(), '', { ...cookieOptions(), maxAge: 0 });
}

/** The visit behind a cookie's value. */
export async function readVisit(token: string | undefined, now = new Date()): Promise<CustomerVisit | null> {
  if (!token) return null;
  const row = await db().portalLinkVisit.findFirst({
    where: {
      ...{ tokenHash: hashToken(token), endedAt: null, expiresAt: { gt: now } },
      link: { revokedAt: null, expiresAt: { gt: now } },
    },
    include: { link: true },
  });
  const { recipientEmail, recipientName } = row?.link ?? {};
  if (!row || !recipientEmail) return null;
  const { id: visitId, linkId, environment, organizationId, expiresAt } = row;
  return {
    ...{ visitId, linkId, environment, organizationId, expiresAt },
    recipientEmail,
    recipientName: recipientName ?? recipientEmail,
  };
}

async function endToken(token: string | undefined, now: Date): Promise<void> {
  if (!token) return;
  await db().portalLinkVisit.updateMany({
    where: { tokenHash: hashToken(token), endedAt: null },
    data: { endedAt: now },
  });
}

function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const;
}

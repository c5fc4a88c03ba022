'use server';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { formatExactTime } from '@/lib/format';
import { defineAction } from '@/lib/server/define-action';
import { eraseExpired } from './erase-expired';
import { createHandOverToken } from './link-token';
import { toHandOverRow } from './rows';
import { type CreatedHandOver, createHandOverInput, handOverInput, handOverLifetimes } from './schema';

/**
 * Keeps a ciphertext until it is opened once. The browser made the key and keeps it; of the URL, only the token's
 * hash stays here. Nothing is asked of Scalekit: a secret that has just been shown can be handed over when it is down.
 */
export const createHandOver = defineAction({
  permission: 'hand_over.create',
  input: createHandOverInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ expiresIn, recipient, ...input }, { environment, principal }): Promise<CreatedHandOver> => {
    const { token, tokenHash } = createHandOverToken();
    const { id, expiresAt } = await db().handOver.create({
      data: {
        ...input,
        environment,
        tokenHash,
        recipient: recipient || null,
        expiresAt: new Date(Date.now() + handOverLifetimes[expiresIn]),
        createdById: principal.staffId,
        createdByEmail: principal.email,
      },
      select: { id: true, expiresAt: true },
    });
    await eraseExpired();
    const url = `${env().NEXTAUTH_URL}/s/${token}`;
    return { handOverId: id, url, expiresAt: expiresAt.toISOString() };
  },
  audit: {
    target: () => ({ type: 'hand_over' }),
    details: ({ kind, secretId, expiresIn }) => ({ kind, secretId, expiresIn }),
    result: ({ handOverId }) => ({ target: { type: 'hand_over', id: handOverId } }),
  },
  // The dialog shows the link itself, and reading the page again would take a moment from whoever copies it.
  refresh: false,
});

/**
 * Closes a hand-over that nobody has opened, and drops its ciphertext.
 * @throws AppError conflict when somebody was faster: what was handed over has to be revoked itself
 */
export const revokeHandOver = defineAction({
  permission: 'hand_over.revoke',
  input: handOverInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, handOverId }, { environment, principal }): Promise<void> => {
    const own = { id: handOverId, environment, organizationId };
    await db().handOver.updateMany({
      where: { ...own, openedAt: null, revokedAt: null },
      data: { revokedAt: new Date(), revokedByEmail: principal.email, sealed: null },
    });
    const row = await db().handOver.findFirst({ where: own, omit: { sealed: true, tokenHash: true } });
    if (!row) throw new AppError('not_found', `There is no hand-over ${handOverId} in this organization.`);
    const { openedAt, openedBrowser } = toHandOverRow(row);
    if (!openedAt) return;
    const who = openedBrowser ? ` by ${openedBrowser}` : '';
    throw new AppError(
      'conflict',
      `It was opened${who} at ${formatExactTime(openedAt)}. If that was not the recipient, revoke the secret itself.`,
    );
  },
  audit: {
    target: ({ handOverId }) => ({ type: 'hand_over', id: handOverId }),
    details: () => ({}),
  },
});

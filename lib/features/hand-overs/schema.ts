import { z } from 'zod';
import { pageToken } from '@/lib/page';
import { organizationId } from '@/lib/scalekit-ids';

/** What can be handed over: every secret that Scalekit shows once. */
export const handOverKinds = ['api_key', 'client_secret', 'directory_secret'] as const;
export type HandOverKind = (typeof handOverKinds)[number];

/** How long a link works, in milliseconds, in the order that the console offers. */
export const handOverLifetimes = { '1h': 3_600_000, '1d': 86_400_000, '7d': 604_800_000 } as const;
export type HandOverLifetime = keyof typeof handOverLifetimes;

const lifetimes = Object.keys(handOverLifetimes) as [HandOverLifetime, ...HandOverLifetime[]];

/** What a person chooses beside a revealed secret. */
export const handOverChoices = z.object({
  expiresIn: z.enum(lifetimes, 'A link works for 1 hour, 1 day or 7 days.').default('1d'),
  /** For colleagues; whoever opens the link does not see it. */
  recipient: z.string().trim().max(200, 'This has at most 200 characters.').default(''),
});

/**
 * What goes to the server: never the value, never the key. `sealed` is an initialization vector of 12 bytes and
 * AES-GCM ciphertext with its tag of 16, in base64url.
 */
export const createHandOverInput = handOverChoices.extend({
  organizationId,
  kind: z.enum(handOverKinds),
  /** A name of somebody else's making: too long a one is cut, since nothing may stop the only copy from leaving. */
  label: z
    .string()
    .trim()
    .max(2_000)
    .transform((text) => text.slice(0, 300)),
  secretId: z.string().trim().min(1).max(64),
  sealed: z.string().regex(/^[A-Za-z0-9_-]{39,4096}$/, 'This is not a ciphertext.'),
});

const handOverId = z.uuid('A hand-over id is a UUID.');

export const handOverInput = z.object({ organizationId, handOverId });

export const handOverPageSize = 50;

export const listHandOversInput = z.object({ organizationId, pageToken });

export const handOverStates = ['waiting', 'opened', 'revoked', 'expired'] as const;
export type HandOverState = (typeof handOverStates)[number];

/** What creating returns. `url` lacks the key: the browser that made the key adds it. */
export type CreatedHandOver = { handOverId: string; url: string; expiresAt: string };

/** A hand-over without its URL and its ciphertext. Times are ISO 8601; `openedBrowser` is in words. */
export type HandOverRow = {
  handOverId: string;
  state: HandOverState;
  kind: HandOverKind;
  label: string;
  secretId: string;
  recipient: string | null;
  createdAt: string;
  createdByEmail: string;
  expiresAt: string;
  openedAt: string | null;
  openedBrowser: string | null;
  openedIp: string | null;
  revokedAt: string | null;
  revokedByEmail: string | null;
};

/** What somebody with the link may know of it. `made_up`: no hand-over has this token, so nothing may be said. */
export type PublicHandOver =
  | { state: 'waiting'; expiresAt: string }
  | { state: 'opened'; openedAt: string }
  | { state: 'revoked' | 'expired' | 'made_up' };

/** How a press of the public page's button ends: the ciphertext, this one time, or why there is none. */
export type TakenHandOver =
  | { state: 'taken'; sealed: string; kind: HandOverKind; label: string }
  | Exclude<PublicHandOver, { state: 'waiting' }>;

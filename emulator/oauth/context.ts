import { randomBytes } from 'node:crypto';
import type { SigningKey } from './signing-key';
import type { OauthState } from './state';
import type { OauthClient, OauthOptions } from './types';

/** What every endpoint works with. */
export type OauthContext = OauthOptions & { key: SigningKey; state: OauthState };

export function findClient(context: OauthContext, clientId: string | undefined): OauthClient | undefined {
  return context.findApplication(clientId ?? '') ?? context.findMachine?.(clientId ?? '');
}

/** Seconds since the epoch, the unit of every time in a token. */
export function nowSeconds(context: OauthContext): number {
  return Math.floor(context.now() / 1000);
}

/** A value nobody can guess: codes, refresh tokens, cookies. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

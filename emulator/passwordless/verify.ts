import type { passwordlessPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { failedPrecondition, invalidArgument, notFound } from '../errors';
import { hashSecret } from '../hash-secret';
import type { PasswordlessRow } from './rows';
import { passwordlessSettings } from './settings';

const tryLimit = 5;
const tryWindowMs = 600_000;

type Request = passwordlessPb.VerifyPasswordLessRequest;

/**
 * Takes what a mail held for proof of its address, once.
 * @returns the request and what proved it
 * @throws ConnectError not found for an unknown request or link, invalid argument for a wrong code,
 *   failed precondition when it is used, too old, or was tried too often
 */
export function verifyPasswordless(
  environment: Environment,
  { authCredential, authRequestId }: Request,
): { row: PasswordlessRow; provedBy: 'OTP' | 'LINK' } {
  if (authCredential.case === 'code') {
    return {
      row: use(environment, tryCode(environment, authCredential.value, authRequestId)),
      provedBy: 'OTP',
    };
  }
  if (authCredential.case === 'linkToken') {
    return {
      row: use(environment, findLink(environment, authCredential.value, authRequestId)),
      provedBy: 'LINK',
    };
  }
  throw invalidArgument('either code or link_token must be provided');
}

function tryCode(environment: Environment, code: string, authRequestId = ''): PasswordlessRow {
  const { clock, store } = environment;
  if (!authRequestId) throw invalidArgument('auth_request_id is required with a code');
  const current = store.passwordless.get(authRequestId);
  if (!current || current.type === 'LINK') throw notFound('auth request');
  checkUsable(environment, current);
  const now = clock.now();
  const recent = current.tries.filter((at) => at > now - tryWindowMs);
  if (recent.length >= tryLimit) {
    throw failedPrecondition('too many attempts, send a new passwordless email');
  }
  const row = store.passwordless.put({ ...current, tries: [...recent, now] });
  if (row.codeHash !== hashSecret(code)) throw invalidArgument('the code is wrong');
  return row;
}

function findLink(environment: Environment, linkToken: string, authRequestId = ''): PasswordlessRow {
  const [row] = environment.store.passwordless.findBy('linkHash', hashSecret(linkToken));
  if (!row || row.type === 'OTP') throw notFound('link token');
  const asked = authRequestId || !passwordlessSettings(environment).enforceSameBrowserOrigin;
  if (!asked) throw invalidArgument('auth_request_id is required: links open in the same browser only');
  if (authRequestId && authRequestId !== row.id)
    throw invalidArgument('the link belongs to another auth request');
  checkUsable(environment, row);
  return row;
}

function checkUsable({ clock }: Environment, row: PasswordlessRow): void {
  if (row.usedAt !== undefined) throw failedPrecondition('the auth request has been used already');
  if (row.expiresAt <= clock.now()) throw failedPrecondition('the auth request has expired');
}

function use({ clock, store }: Environment, row: PasswordlessRow): PasswordlessRow {
  return store.passwordless.put({ ...row, usedAt: clock.now() });
}

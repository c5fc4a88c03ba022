import { randomBytes } from 'node:crypto';
import type { Environment } from '../environment';
import { failedPrecondition, notFound } from '../errors';
import { hashSecret } from '../hash-secret';
import type { SecretRow } from './rows';

type WithSecrets = { updatedAt: number; secrets: SecretRow[] };

/** A new active secret, and its value, which nobody can read again. */
export function newClientSecret({ clock, newId }: Environment): { plainSecret: string; secret: SecretRow } {
  const plainSecret = `test_${randomBytes(32).toString('base64url')}`;
  return { plainSecret, secret: toSecretRow(newId('sec'), plainSecret, clock.now()) };
}

/** What is kept of a secret. */
export function toSecretRow(id: string, plainSecret: string, createdAt: number): SecretRow {
  return {
    id,
    createdAt,
    updatedAt: createdAt,
    hash: hashSecret(plainSecret),
    suffix: plainSecret.slice(-4),
    status: 'ACTIVE',
  };
}

/** The secret behind a value: an active one whose time has not run out. */
export function findSecret({ secrets }: WithSecrets, value: string, now: number): SecretRow | undefined {
  const hash = hashSecret(value);
  return secrets.find(
    (one) =>
      one.hash === hash && one.status === 'ACTIVE' && (one.expiresAt === undefined || one.expiresAt > now),
  );
}

/** A client with one more secret, the newest last. */
export function withSecret<R extends WithSecrets>(row: R, secret: SecretRow): R {
  return { ...row, updatedAt: secret.createdAt, secrets: [...row.secrets, secret] };
}

/** A client with one secret replaced. */
export function withChangedSecret<R extends WithSecrets>(row: R, secret: SecretRow): R {
  return { ...row, secrets: row.secrets.map((one) => (one.id === secret.id ? secret : one)) };
}

/**
 * A client without one of its secrets.
 * @throws ConnectError not found; failed precondition for the last one
 */
export function withoutSecret<R extends WithSecrets>(row: R, secretId: string, now: number): R {
  requireSecret(row, secretId);
  if (row.secrets.length === 1) {
    // The real service's own words, seen by its SDK tests.
    throw failedPrecondition('last client cannot be deleted');
  }
  return { ...row, updatedAt: now, secrets: row.secrets.filter(({ id }) => id !== secretId) };
}

/** @throws ConnectError not found */
export function requireSecret({ secrets }: WithSecrets, id: string): SecretRow {
  const secret = secrets.find((one) => one.id === id);
  if (!secret) throw notFound(`secret ${id}`);
  return secret;
}

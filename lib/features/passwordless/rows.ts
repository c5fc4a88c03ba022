import 'server-only';
import { passwordlessPb } from '@/lib/scalekit/services';
import { type ProofType, proofTypes, type SentMail, type Template, templates } from './schema';

const { PasswordlessType, TemplateType } = passwordlessPb;

/** What Scalekit says of a mail. @param now milliseconds since the epoch */
export function toSentMail(
  { authRequestId, expiresAt, expiresIn, passwordlessType }: passwordlessPb.SendPasswordlessResponse,
  now: number,
): SentMail {
  // The lifetime is by no clock at all; the end is by Scalekit's.
  const livesMs = expiresIn > 0 ? expiresIn * 1000 : Number(expiresAt) * 1000 - now;
  return { authRequestId, livesMs: Math.max(0, livesMs), type: toProofType(passwordlessType) };
}

/** Null for a kind that Scalekit has added since. */
export function toProofType(type: passwordlessPb.PasswordlessType): ProofType | null {
  const name = PasswordlessType[type];
  return name in proofTypes ? (name as ProofType) : null;
}

/** Null where the answer names none. */
export function toTemplate(template: passwordlessPb.TemplateType | undefined): Template | null {
  return templates.find((name) => TemplateType[name] === template) ?? null;
}

import 'server-only';
import { startVisit } from '@/lib/auth/customer-visit';
import { asksForCode } from './code-gate';
import { noteCode } from './code-log';
import { readTypedCode } from './code-secret';
import { redeemCode } from './code-store';
import { type DeadState, findActiveLink } from './find-link';

/** How typing a code ends. `wrong` says no more: wrong, expired, used, replaced and tried too often look the same. */
export type VerifiedCode =
  | { kind: 'verified' | 'wrong' | 'not_asked' }
  | { kind: 'refused'; state: DeadState };

/** Spends a try of the link's code; when it is right, this browser's visit begins. */
export async function verifyCode(token: string, typed: string): Promise<VerifiedCode> {
  const link = await findActiveLink(token);
  if ('dead' in link) return { kind: 'refused', state: link.dead };
  if (!asksForCode(link)) return { kind: 'not_asked' };
  const code = readTypedCode(typed);
  const result = code ? await redeemCode(link.id, code) : 'none';
  // Only what spent a try is noted: those are limited, so nobody fills the log.
  if (result !== 'none') await noteCode(link, 'verify_code', result);
  if (result !== 'right') return { kind: 'wrong' };
  await startVisit(link.id);
  return { kind: 'verified' };
}

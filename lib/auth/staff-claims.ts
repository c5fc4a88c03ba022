import 'server-only';
import { z } from 'zod';

/** The claims of an ID token that decide who a member of staff is. Further claims are kept: one of them may hold the role. */
export const staffClaims = z.looseObject({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  email: z.email().toLowerCase().optional().catch(undefined),
  // Some issuers send the word instead of the value.
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  name: z.string().trim().min(1).max(200).optional().catch(undefined),
  auth_time: z.number().int().positive().optional().catch(undefined),
});

export type StaffClaims = z.infer<typeof staffClaims>;

const skewMs = 60_000;

/** When the issuer saw the person prove who they are; null when it does not say, or names a time that is yet to come. */
export function readAuthTime(claims: StaffClaims, now = Date.now()): Date | null {
  if (claims.auth_time === undefined) return null;
  const time = claims.auth_time * 1000;
  return time <= now + skewMs ? new Date(Math.min(time, now)) : null;
}
